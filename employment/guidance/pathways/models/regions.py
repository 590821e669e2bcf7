from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class LivingCost(models.Model):
    """What living in a city costs: reference data that staff check and correct.

    ``price_level``: consumer prices, national average 100. Empty ``checked_on``: to be checked.
    """

    region = models.OneToOneField(
        "taxonomy.Region", on_delete=models.CASCADE, related_name="living_cost"
    )
    rent = models.PositiveIntegerField(
        _("rent of a room"), help_text=_("Yuan a month, a single room.")
    )
    price_level = models.DecimalField(
        _("price level"),
        max_digits=5,
        decimal_places=1,
        default=100,
        validators=[MinValueValidator(50)],
        help_text=_("Consumer prices without rent; national average 100."),
    )
    source = models.CharField(_("source"), max_length=200)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    class Meta:
        verbose_name = _("cost of living")
        verbose_name_plural = _("costs of living")
        ordering = ("region_id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(price_level__gt=0), name="living_cost_level_positive"
            ),
        )

    def __str__(self) -> str:
        return f"{self.region_id}"

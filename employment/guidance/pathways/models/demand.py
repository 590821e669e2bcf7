from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.guidance.pathways.enums import Subject


class DemandFact(models.Model):
    """What the published postings of a period say about one occupation or major.

    ``facts`` is ``rules.demand.Demand`` as JSON; every figure in it carries its own n.
    ``version`` is the same for all rows of one computation.
    """

    subject = models.CharField(max_length=10, choices=Subject)
    code = models.CharField(max_length=12)
    n = models.PositiveIntegerField()
    period_start = models.DateField()
    period_end = models.DateField()
    facts = models.JSONField()
    version = models.CharField(max_length=64)
    computed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("demand fact")
        verbose_name_plural = _("demand facts")
        ordering = ("subject", "-n", "code")
        constraints = (
            models.UniqueConstraint(fields=("subject", "code"), name="demand_fact_once"),
        )

    def __str__(self) -> str:
        return f"{self.subject} {self.code}"

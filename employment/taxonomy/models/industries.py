from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from employment.taxonomy.enums import IndustryLevel
from employment.taxonomy.models.entries import ReferenceEntry, name_list


class Industry(ReferenceEntry):
    """A section (one letter) or division (two digits) of the industrial classification."""

    code = models.CharField(_("code"), primary_key=True, max_length=2)
    level = models.CharField(_("level"), max_length=8, choices=IndustryLevel)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="divisions",
        verbose_name=_("section"),
    )
    keywords = name_list()

    class Meta:
        verbose_name = _("industry")
        verbose_name_plural = _("industries")
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=Q(level__in=IndustryLevel.values), name="industry_level_known"
            ),
            models.CheckConstraint(
                condition=Q(level=IndustryLevel.SECTION, parent=None)
                | (~Q(level=IndustryLevel.SECTION) & Q(parent__isnull=False)),
                name="industry_parent_unless_section",
            ),
        )


class StrategicIndustry(ReferenceEntry):
    """A field (`1`) or sub-field (`1.2`) of the strategic emerging industries."""

    code = models.CharField(_("code"), primary_key=True, max_length=8)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="subfields",
        verbose_name=_("field"),
    )
    keywords = name_list()
    divisions = models.ManyToManyField(
        Industry, related_name="strategic_fields", blank=True, verbose_name=_("divisions")
    )

    class Meta:
        verbose_name = _("strategic emerging industry")
        verbose_name_plural = _("strategic emerging industries")
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("code")), name="strategic_parent_not_self"
            ),
        )

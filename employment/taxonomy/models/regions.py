from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employment.taxonomy.enums import RegionLevel
from employment.taxonomy.models.entries import ReferenceEntry, name_list


class Region(ReferenceEntry):
    """A province, prefecture-level city or county-level unit.

    Districts of the four municipalities and cities run directly by a province hang on the province.
    """

    code = models.CharField(
        _("code"), primary_key=True, max_length=6, validators=[RegexValidator(r"^[1-9]\d{5}$")]
    )
    short_name = models.CharField(_("short name"), max_length=60)
    level = models.CharField(_("level"), max_length=8, choices=RegionLevel)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
    )
    aliases = name_list()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ("code",)
        indexes = (models.Index(fields=("level", "name"), name="region_level_name"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(level__in=RegionLevel.values), name="region_level_known"
            ),
            models.CheckConstraint(
                condition=Q(level=RegionLevel.PROVINCE, parent=None)
                | (~Q(level=RegionLevel.PROVINCE) & Q(parent__isnull=False)),
                name="region_parent_unless_province",
            ),
        )

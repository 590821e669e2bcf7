from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employment.taxonomy.enums import MajorLevel
from employment.taxonomy.models.entries import ReferenceEntry, name_list


class Major(ReferenceEntry):
    """A programme of study.

    Undergraduate and vocational rows carry the official code as printed (`080901`, `080910T`,
    `510203`). Postgraduate rows and vocational names that left the catalogue carry the code of the
    public recruiting catalogue with its letter (`A081203`, `C080101`), because the bare digits
    would collide.
    """

    code = models.CharField(_("code"), primary_key=True, max_length=12)
    level = models.CharField(_("level"), max_length=20, choices=MajorLevel)
    discipline_code = models.CharField(_("discipline code"), max_length=6)
    discipline = models.CharField(_("discipline"), max_length=40)
    class_code = models.CharField(_("class code"), max_length=8)
    class_name = models.CharField(_("class"), max_length=60)
    recruiting_code = models.CharField(
        _("recruiting code"),
        max_length=8,
        blank=True,
        help_text=_("Code in the recruiting catalogue, whose classes are numbered differently."),
    )
    former_names = name_list()

    class Meta:
        verbose_name = _("major")
        verbose_name_plural = _("majors")
        ordering = ("code",)
        indexes = (
            models.Index(fields=("level", "class_code"), name="major_level_class"),
            models.Index(fields=("name",), name="major_name"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("level", "class_code", "name"), name="major_unique_in_class"
            ),
            models.CheckConstraint(
                condition=Q(level__in=MajorLevel.values), name="major_level_known"
            ),
        )


class DegreeLevel(ReferenceEntry):
    """A level of education; a higher rank satisfies a requirement for a lower one."""

    rank = models.PositiveSmallIntegerField(_("rank"), primary_key=True)
    code = models.SlugField(_("code"), max_length=30)
    aliases = name_list()

    class Meta:
        verbose_name = _("degree level")
        verbose_name_plural = _("degree levels")
        ordering = ("rank",)
        constraints = (models.UniqueConstraint(fields=("code",), name="degree_level_code_unique"),)

from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employment.taxonomy.enums import OccupationLevel, SkillFamily, SkillKind
from employment.taxonomy.models.entries import ReferenceEntry, name_list


class OccupationQuerySet(models.QuerySet["Occupation"]):
    def details(self) -> Self:
        return self.filter(level=OccupationLevel.DETAIL)


class Occupation(ReferenceEntry):
    """A group or a detailed occupation of the national classification."""

    code = models.CharField(
        _("code"),
        primary_key=True,
        max_length=10,
        validators=[RegexValidator(r"^[1-8](-\d\d){3}$")],
    )
    level = models.CharField(_("level"), max_length=6, choices=OccupationLevel)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
    )
    aliases = name_list()
    definition = models.TextField(_("definition"), blank=True)
    is_digital = models.BooleanField(_("digital occupation"), default=False)
    is_green = models.BooleanField(_("green occupation"), default=False)

    objects = OccupationQuerySet.as_manager()

    class Meta:
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")
        ordering = ("code",)
        indexes = (models.Index(fields=("level", "name"), name="occupation_level_name"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(level__in=OccupationLevel.values), name="occupation_level_known"
            ),
            models.CheckConstraint(
                condition=Q(level=OccupationLevel.MAJOR, parent=None)
                | (~Q(level=OccupationLevel.MAJOR) & Q(parent__isnull=False)),
                name="occupation_parent_unless_major",
            ),
        )


class Skill(ReferenceEntry):
    """An entry of the skill lexicon.

    `contexts` are words one of which must stand nearby before an ambiguous alias counts.
    """

    id = models.SlugField(_("id"), primary_key=True, max_length=80)
    family = models.SlugField(_("family"), max_length=40)
    kind = models.CharField(_("kind"), max_length=12, choices=SkillKind)
    aliases = name_list()
    contexts = name_list()
    occupations = models.ManyToManyField(
        Occupation, related_name="skills", blank=True, verbose_name=_("related occupations")
    )

    class Meta:
        verbose_name = _("skill")
        verbose_name_plural = _("skills")
        ordering = ("id",)
        indexes = (
            models.Index(fields=("family", "kind"), name="skill_family_kind"),
            models.Index(fields=("name",), name="skill_name"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=SkillKind.values), name="skill_kind_known"),
        )

    @property
    def family_label(self) -> str:
        return str(SkillFamily(self.family).label)

"""Reference tables. Primary keys are the official codes, so other apps point at them directly.

The edition of every source is named in `SOURCES` and in `data/SOURCES.md`; rows come only from
`load_reference`.
"""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from employment.taxonomy.enums import (
    IndustryLevel,
    MajorLevel,
    OccupationLevel,
    RegionLevel,
    SkillFamily,
    SkillKind,
)

SOURCES = {
    "regions": _("GB/T 2260, administrative division codes (NBS, 2023)"),
    "majors": _("Catalogues of undergraduate, vocational and postgraduate programmes (MOE)"),
    "occupations": _("Occupational Classification of the PRC, 2022 edition (MOHRSS)"),
    "industries": _("GB/T 4754-2017, industrial classification for national economic activities"),
    "strategic_industries": _("Classification of Strategic Emerging Industries, 2018 (NBS)"),
    "degree_levels": _("Levels of education in China's qualifications system (GB/T 4658)"),
    "skills": _("Qicheng skill lexicon, written for this product"),
}


def name_list() -> "ArrayField[list[str], list[str]]":
    return ArrayField(models.CharField(max_length=120), default=list, blank=True)


def is_english() -> bool:
    return (get_language() or "").startswith("en")


class ReferenceEntry(models.Model):
    """What every reference table has: two names, and what the search boxes need.

    `search_text` holds every folded spelling between bars (`|昆山市|昆山|kunshan|ks|`), so that a
    bar before the query finds beginnings. `pick_text` is unique in its table and names the row in
    a text box.
    """

    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    search_text = models.TextField(blank=True, editable=False)
    pick_text = models.CharField(max_length=160, blank=True, editable=False, db_index=True)
    pick_text_en = models.CharField(max_length=240, blank=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the reader's language; Chinese where no English name is known."""
        return self.name_en if is_english() and self.name_en else self.name

    @property
    def pick_label(self) -> str:
        """What a picker shows and takes back, in the reader's language."""
        return (self.pick_text_en if is_english() else self.pick_text) or self.name


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


class ReferenceStamp(models.Model):
    """What was loaded last: one row per data set, compared before anything is written."""

    dataset = models.CharField(_("data set"), primary_key=True, max_length=30)
    digest = models.CharField(_("digest"), max_length=64)
    row_count = models.PositiveIntegerField(_("rows"))
    loaded_at = models.DateTimeField(_("loaded at"))

    class Meta:
        verbose_name = _("reference data set")
        verbose_name_plural = _("reference data sets")
        ordering = ("dataset",)

    def __str__(self) -> str:
        return self.dataset

    @property
    def source(self) -> str:
        return str(SOURCES[self.dataset])

from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.guidance.pathways.enums import StudyPath
from employment.students.enums import Degree


class OwnUniversityQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        if actor.role == Role.PLATFORM_ADMIN:
            return self
        return self.filter(university_id=actor.university_id or 0)


class PathDate(models.Model):
    """A university's or province's own date of a step of a path; it replaces the shipped one.

    ``step`` is a code of ``data/path_dates.csv``; ``cohort`` the graduation year it is for.
    """

    path = models.CharField(_("path"), max_length=16, choices=StudyPath)
    step = models.SlugField(_("step"), max_length=40)
    cohort = models.PositiveSmallIntegerField(_("graduation year"))
    university = models.ForeignKey(
        "accounts.Organisation",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("university"),
    )
    region = models.ForeignKey(
        "taxonomy.Region",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("province"),
    )
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    objects = OwnUniversityQuerySet.as_manager()

    class Meta:
        verbose_name = _("date of a study path")
        verbose_name_plural = _("dates of study paths")
        ordering = ("path", "starts")
        constraints = (
            models.UniqueConstraint(
                fields=("path", "step", "cohort", "university", "region"),
                nulls_distinct=False,
                name="path_date_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="path_date_order",
                violation_error_message=_("The end lies before the start."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.path} {self.step} {self.cohort}"


class AdmissionRecord(models.Model):
    """How many of a university's graduates took a path, and how many got through."""

    university = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.CASCADE,
        related_name="admission_records",
        verbose_name=_("university"),
    )
    path = models.CharField(_("path"), max_length=16, choices=StudyPath)
    major = models.ForeignKey(
        "taxonomy.Major",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("major"),
    )
    degree = models.PositiveSmallIntegerField(_("degree"), choices=Degree)
    cohort = models.PositiveSmallIntegerField(
        _("graduation year"), validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    tried = models.PositiveIntegerField(_("took part"))
    admitted = models.PositiveIntegerField(_("admitted"))
    source = models.CharField(_("source"), max_length=200, blank=True)

    objects = OwnUniversityQuerySet.as_manager()

    class Meta:
        verbose_name = _("admissions of a cohort")
        verbose_name_plural = _("admissions of cohorts")
        ordering = ("path", "-cohort")
        constraints = (
            models.UniqueConstraint(
                fields=("university", "path", "major", "degree", "cohort"), name="admission_once"
            ),
            models.CheckConstraint(
                condition=models.Q(admitted__lte=models.F("tried")),
                name="admission_not_above_tried",
                violation_error_message=_("More were admitted than took part."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.path} {self.cohort}"

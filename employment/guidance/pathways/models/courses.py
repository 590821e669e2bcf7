from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, UNIVERSITY_STAFF, Role
from employment.guidance.pathways.enums import CourseKind


class CourseQuerySet(models.QuerySet["Course"]):
    def visible_to(self, actor: Actor) -> Self:
        """The courses of the own university."""
        if actor.role == Role.PLATFORM_ADMIN:
            return self
        known = actor.role == Role.STUDENT or actor.role in UNIVERSITY_STAFF
        return self.filter(university_id=actor.university_id) if known else self.none()

    def editable_by(self, actor: Actor) -> Self:
        is_office = actor.role in OFFICE_ROLES and actor.university_id
        return self.filter(university_id=actor.university_id) if is_office else self.none()

    def offered(self) -> Self:
        return self.filter(is_offered=True)


class Course(models.Model):
    """A course, or a unit of a minor or micro-credential, and the skills it teaches."""

    university = models.ForeignKey(
        "accounts.Organisation", on_delete=models.CASCADE, related_name="courses"
    )
    code = models.CharField(_("course number"), max_length=30)
    name = models.CharField(_("course"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=8, choices=CourseKind, default=CourseKind.COURSE)
    programme = models.CharField(
        _("minor or micro-credential"),
        max_length=120,
        blank=True,
        help_text=_("The programme this course belongs to; empty for single courses."),
    )
    credits = models.DecimalField(
        _("credits"),
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(0.5), MaxValueValidator(30)],
    )
    term = models.CharField(_("term"), max_length=30, blank=True)
    prerequisites = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="opens", verbose_name=_("prerequisites")
    )
    skills = models.ManyToManyField(
        "taxonomy.Skill", blank=True, related_name="+", verbose_name=_("skills it teaches")
    )
    is_offered = models.BooleanField(_("offered"), default=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("university", "code"),
                name="course_code_unique",
                violation_error_message=_("This course number is in use."),
            ),
            models.CheckConstraint(
                condition=models.Q(credits__gt=0),
                name="course_credits_positive",
                violation_error_message=_("A course has credits."),
            ),
        )

    def __str__(self) -> str:
        return self.name

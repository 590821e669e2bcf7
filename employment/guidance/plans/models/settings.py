import secrets
from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.guidance.plans.enums import GraduationMonth, Mark
from employment.students.models import StudentProfile

LONGEST_DELAY, LONGEST_LEAD = 4, 30


def new_token() -> str:
    return secrets.token_urlsafe(32)


class PlanSettings(models.Model):
    """How a student wants the plan. ``feed_token`` opens the calendar feed without sign-in."""

    student = models.OneToOneField(
        StudentProfile, on_delete=models.CASCADE, related_name="plan_settings"
    )
    delayed_years = models.PositiveSmallIntegerField(
        _("years of delayed graduation"),
        default=0,
        validators=[MaxValueValidator(LONGEST_DELAY)],
        help_text=_("Milestones of your first years stay; those before graduation move."),
    )
    graduation_month = models.PositiveSmallIntegerField(
        _("graduation in"), choices=GraduationMonth, default=GraduationMonth.SUMMER
    )
    lead_days = models.PositiveSmallIntegerField(
        _("remind me this many days ahead"), default=3, validators=[MaxValueValidator(LONGEST_LEAD)]
    )
    by_mail = models.BooleanField(_("reminders by mail"), default=False)
    feed_token = models.CharField(max_length=64, unique=True, null=True, blank=True)

    class Meta:
        verbose_name = _("plan settings")
        verbose_name_plural = _("plan settings")

    def __str__(self) -> str:
        return f"{self.student_id}"


class MarkQuerySet(models.QuerySet["MilestoneMark"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(student__in=StudentProfile.objects.visible_to(actor))


class MilestoneMark(models.Model):
    """What a student said of a milestone. By its code alone, so a new graduation year keeps it."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="milestone_marks"
    )
    milestone = models.SlugField(max_length=40)
    mark = models.CharField(max_length=16, choices=Mark)
    at = models.DateTimeField(auto_now_add=True)

    objects = MarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("milestone mark")
        verbose_name_plural = _("milestone marks")
        constraints = (
            models.UniqueConstraint(fields=("student", "milestone"), name="milestone_mark_once"),
        )

    def __str__(self) -> str:
        return f"{self.student_id} {self.milestone}"


class ReminderMail(models.Model):
    """A reminder sent by mail; one a day and person at most. Holds no text."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="reminder_mails"
    )
    day = models.DateField()
    tasks = models.PositiveSmallIntegerField()
    milestones = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("reminder mail")
        verbose_name_plural = _("reminder mails")
        ordering = ("-day",)
        constraints = (
            models.UniqueConstraint(fields=("student", "day"), name="reminder_mail_one_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.student_id} {self.day}"

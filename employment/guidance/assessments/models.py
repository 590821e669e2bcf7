from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.guidance.assessments.enums import Flag
from employment.privacy.enums import Purpose
from employment.students.models import StudentProfile


class Sitting(models.Model):
    """One taking of an instrument. ``items`` is the order shown, fixed when it was started."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="assessment_sittings"
    )
    instrument = models.SlugField(_("assessment"), max_length=40)
    items = ArrayField(models.CharField(max_length=80))
    occupation = models.CharField(_("target occupation"), max_length=10, blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("sitting of an assessment")
        verbose_name_plural = _("sittings of assessments")
        ordering = ("-started_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("student", "instrument"),
                condition=models.Q(finished_at__isnull=True),
                name="assessment_one_open",
            ),
        )

    def __str__(self) -> str:
        return f"{self.instrument} {self.pk}"


class Answer(models.Model):
    """The answer to one item; answered again it is replaced. ``evidence`` belongs to skills.

    ``keyed``: 0 to 1 in the direction of the scale, by the key at that time.
    """

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="answers")
    item = models.CharField(max_length=80)
    value = models.PositiveSmallIntegerField()
    keyed = models.FloatField(default=0)
    milliseconds = models.PositiveIntegerField(_("time taken"), null=True, blank=True)
    evidence = models.CharField(_("evidence"), max_length=300, blank=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("sitting", "item"), name="assessment_answer_once"),
            models.CheckConstraint(
                condition=models.Q(value__range=(1, 5)), name="assessment_answer_1_to_5"
            ),
        )

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.item}"


class ResultQuerySet(models.QuerySet["Result"]):
    def visible_to(self, actor: Actor) -> Self:
        """The student's own; for staff what their students share while they agree to guidance."""
        students = StudentProfile.objects.visible_to(actor)
        if actor.role == Role.STUDENT:
            return self.filter(student__in=students)
        return self.usable().filter(student__in=students, is_shared=True)

    def usable(self) -> Self:
        """Of students who agree to guidance now."""
        return self.filter(student__in=StudentProfile.objects.consenting(Purpose.GUIDANCE))

    def valid(self) -> Self:
        return self.filter(flags=[])


class Result(models.Model):
    """Scores of a finished sitting, 0 to 1 by scale; a scale with too few answers has none."""

    sitting = models.OneToOneField(Sitting, on_delete=models.CASCADE, related_name="result")
    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="assessment_results"
    )
    instrument = models.SlugField(_("assessment"), max_length=40)
    scores = models.JSONField(_("scores"), default=dict)
    flags = ArrayField(models.CharField(max_length=12, choices=Flag), default=list, blank=True)
    is_complete = models.BooleanField(_("every question answered"), default=True)
    is_shared = models.BooleanField(_("shared with the counsellor"), default=False)
    at = models.DateTimeField(auto_now_add=True)

    objects = ResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("result of an assessment")
        verbose_name_plural = _("results of assessments")
        ordering = ("-at", "-id")
        indexes = (
            models.Index(fields=("instrument", "-at"), name="assessment_result_instrument"),
            models.Index(fields=("student", "instrument"), name="assessment_result_student"),
        )

    def __str__(self) -> str:
        return f"{self.instrument} {self.pk}"

    @property
    def is_valid(self) -> bool:
        return not self.flags

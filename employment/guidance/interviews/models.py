from datetime import datetime, timedelta
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.guidance.interviews.enums import Criterion, QuestionKind, Rater, Stage
from employment.students.models import StudentProfile

MAX_WORDS = 6000


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def visible_to(self, actor: Actor) -> Self:
        """The student's own; for staff the finished ones that their students share."""
        rows = self.filter(student__in=StudentProfile.objects.visible_to(actor))
        own = actor.role == Role.STUDENT
        return rows if own else rows.filter(is_shared=True, stage=Stage.FINISHED)


class Attempt(models.Model):
    """One practice interview. ``skills`` are the names of what the posting required then."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="interview_attempts"
    )
    kind = models.CharField(_("type"), max_length=12, choices=QuestionKind, blank=True)
    posting = models.ForeignKey(
        "postings.Posting", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    title = models.CharField(max_length=160, blank=True)
    skills = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.ANSWERING)
    is_shared = models.BooleanField(_("shared with the counsellor"), default=False)
    started_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("practice interview")
        verbose_name_plural = _("practice interviews")
        ordering = ("-started_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(stage=Stage.FINISHED, finished_at__isnull=False)
                | models.Q(stage__in=(Stage.ANSWERING, Stage.RATING), finished_at__isnull=True),
                name="interview_finish_has_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def criteria(self) -> list[Criterion]:
        """The job's requirements are rated only where a posting set them."""
        return [one for one in Criterion if self.skills or one is not Criterion.COVERAGE]

    @property
    def is_finished(self) -> bool:
        return self.stage == Stage.FINISHED


class Answer(models.Model):
    """A question of an attempt and what was written; ``skill`` fills a template's gap."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveSmallIntegerField()
    question = models.SlugField(max_length=40)
    skill = models.CharField(max_length=200, blank=True)
    seconds = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True, max_length=MAX_WORDS)
    skipped = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True, blank=True)
    saved_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    follow_up = models.TextField(blank=True)
    follow_up_model = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("answer of a practice interview")
        verbose_name_plural = _("answers of practice interviews")
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("attempt", "number"), name="interview_answer_number_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.number}"

    @property
    def deadline(self) -> datetime | None:
        """Soft: an answer after it is kept and marked as late."""
        return self.opened_at + timedelta(seconds=self.seconds) if self.opened_at else None

    @property
    def seconds_used(self) -> int | None:
        if self.opened_at is None or self.closed_at is None:
            return None
        return int((self.closed_at - self.opened_at).total_seconds())


class Rating(models.Model):
    """One criterion as the student or a counsellor sees it."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="ratings")
    rater = models.CharField(max_length=10, choices=Rater)
    criterion = models.CharField(max_length=12, choices=Criterion)
    value = models.PositiveSmallIntegerField()
    comment = models.TextField(blank=True, max_length=1000)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("rating of a practice interview")
        verbose_name_plural = _("ratings of practice interviews")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("attempt", "rater", "criterion"), name="interview_rating_once"
            ),
            models.CheckConstraint(
                condition=models.Q(value__range=(1, 5)), name="interview_rating_range"
            ),
        )

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.rater} {self.criterion}"

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.matches.enums import EventKind, WeightOrigin
from employment.postings.models import Posting
from employment.students.models import StudentProfile


class FeedbackEvent(models.Model):
    """What happened to a shown match, with what the list said at that moment.

    ``values`` are the criteria's values by name (unknown ones are left out) and ``place`` the rank
    then, so that weights can be fitted later although lists are replaced all the time. One row a
    kind and pair: taking a word back deletes it.
    """

    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="events")
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=10, choices=EventKind)
    place = models.PositiveSmallIntegerField()
    values = models.JSONField(default=dict)
    weights_version = models.CharField(max_length=20)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("feedback event")
        verbose_name_plural = _("feedback events")
        constraints = (
            models.UniqueConstraint(
                fields=("student", "posting", "kind"), name="feedback_event_unique"
            ),
        )

    def __str__(self) -> str:
        return f"{self.student_id}×{self.posting_id} {self.kind}"


class WeightSet(models.Model):
    """Weights of the criteria under a version, and what was measured about them."""

    version = models.CharField(max_length=20, unique=True)
    values = models.JSONField()
    origin = models.CharField(max_length=5, choices=WeightOrigin)
    figures = models.JSONField(default=dict)
    active = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("set of weights")
        verbose_name_plural = _("sets of weights")
        ordering = ("-created_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("active",), condition=models.Q(active=True), name="weight_set_one_active"
            ),
        )

    def __str__(self) -> str:
        return self.version


class WeightSwitch(models.Model):
    """Who put which weights live instead of which, and when."""

    before = models.ForeignKey(WeightSet, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(WeightSet, on_delete=models.PROTECT, related_name="+")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("switch of weights")
        verbose_name_plural = _("switches of weights")
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.before_id}→{self.after_id}"


class MeasuredQuality(models.Model):
    """Figures of ``evaluate … --record`` on a labelled set, kept with the encoder they are of."""

    task = models.CharField(max_length=40)
    encoder = models.CharField(max_length=120)
    figures = models.JSONField()
    measured_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("measured quality")
        verbose_name_plural = _("measured quality")
        ordering = ("task",)
        constraints = (
            models.UniqueConstraint(fields=("task", "encoder"), name="measured_quality_unique"),
        )

    def __str__(self) -> str:
        return f"{self.task} {self.encoder}"

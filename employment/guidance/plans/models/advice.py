from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.guidance.plans.enums import DismissReason
from employment.students.models import StudentProfile


class EpisodeQuerySet(models.QuerySet["AdviceEpisode"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(student__in=StudentProfile.objects.visible_to(actor))

    def running(self) -> Self:
        return self.filter(ended_at__isnull=True)


class AdviceEpisode(models.Model):
    """One advice from the day it was first shown until its reason is gone.

    ``basis``: the numbers that triggered it. ``outcome``: the numbers when its reason was gone
    (``cleared``) or when it was shown anew after a dismissal. This log is what "what worked"
    counts; it says nothing about causes.
    """

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="advice_episodes"
    )
    module = models.SlugField(max_length=40)
    basis = models.JSONField(default=dict)
    signature = models.CharField(max_length=120, blank=True)
    first_shown = models.DateField()
    last_shown = models.DateField()
    acted_at = models.DateTimeField(null=True, blank=True)
    dismissed_on = models.DateField(null=True, blank=True)
    dismiss_reason = models.CharField(max_length=10, choices=DismissReason, blank=True)
    cleared = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.JSONField(default=dict)

    objects = EpisodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("advice given")
        verbose_name_plural = _("advice given")
        ordering = ("-first_shown", "-id")
        indexes = (models.Index(fields=("first_shown", "module"), name="advice_episode_week"),)
        constraints = (
            models.UniqueConstraint(
                fields=("student", "module"),
                condition=models.Q(ended_at__isnull=True),
                name="advice_episode_one_running",
            ),
        )

    def __str__(self) -> str:
        return f"{self.student_id} {self.module}"

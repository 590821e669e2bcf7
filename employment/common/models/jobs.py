import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.common.enums import JobKind, JobState


class Job(models.Model):
    """A piece of long work whose progress people watch. Workers own its counters."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=30, choices=JobKind)
    state = models.CharField(max_length=12, choices=JobState, default=JobState.WAITING)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    organisation = models.ForeignKey(
        "accounts.Organisation", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    total = models.PositiveIntegerField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    cancel_requested = models.BooleanField(default=False)
    result = models.JSONField(default=dict)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ("-created_at",)
        indexes = (
            models.Index(fields=("kind", "state"), name="job_kind_state"),
            models.Index(fields=("organisation", "-created_at"), name="job_organisation"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(finished_at__isnull=True)
                | models.Q(state__in=JobState.finished_states()),
                name="job_finished_has_final_state",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

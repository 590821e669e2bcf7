"""The life of a ``Job``: started once, counted while it runs, finished once."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F
from django.utils import timezone

from employment.common.enums import JobKind, JobState
from employment.common.models import Job


def create_job(
    *,
    kind: JobKind,
    total: int | None = None,
    created_by_id: int | None = None,
    organisation_id: int | None = None,
) -> Job:
    return Job.objects.create(
        kind=kind, total=total, created_by_id=created_by_id, organisation_id=organisation_id
    )


def start_job(*, job: Job) -> bool:
    """Compare-and-swap from waiting to running; False when it was started or cancelled before."""
    now = timezone.now()
    return bool(
        Job.objects.filter(pk=job.pk, state=JobState.WAITING).update(
            state=JobState.RUNNING, started_at=now, heartbeat_at=now
        )
    )


def advance_job(*, job: Job, done: int = 0, failed: int = 0) -> bool:
    """Count finished pieces; True while the work should go on."""
    Job.objects.filter(pk=job.pk).update(
        done=F("done") + done, failed=F("failed") + failed, heartbeat_at=timezone.now()
    )
    return not Job.objects.filter(pk=job.pk, cancel_requested=True).exists()


def finish_job(
    *,
    job: Job,
    state: JobState = JobState.DONE,
    error: str = "",
    result: Mapping[str, Any] | None = None,
) -> bool:
    """Close the job; False when somebody closed it before."""
    now = timezone.now()
    return bool(
        Job.objects.filter(pk=job.pk)
        .exclude(state__in=JobState.finished_states())
        .update(
            state=state, finished_at=now, heartbeat_at=now, error=error, result=dict(result or {})
        )
    )


def request_cancel(*, job: Job) -> None:
    """Ask the worker to stop after its present piece; a job not yet started ends at once."""
    Job.objects.filter(pk=job.pk, finished_at__isnull=True).update(cancel_requested=True)
    Job.objects.filter(pk=job.pk, state=JobState.WAITING).update(
        state=JobState.CANCELLED, finished_at=timezone.now()
    )

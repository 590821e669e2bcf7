"""Changes in lower apps ring the worker."""

from typing import Any

from django.conf import settings

from employment.matches.services.feedback import note_application
from employment.matches.tasks import (
    refit_weights,
    sweep,
    sync_postings_task,
    sync_students_task,
    warm_up,
    work_run,
)

CHUNK = 200


def on_students_changed(*, student_ids: list[int], **_kwargs: Any) -> None:
    for start in range(0, len(student_ids), CHUNK):
        sync_students_task.delay(student_ids=student_ids[start : start + CHUNK])


def on_postings_changed(*, posting_ids: list[int], **_kwargs: Any) -> None:
    for start in range(0, len(posting_ids), CHUNK):
        sync_postings_task.delay(posting_ids=posting_ids[start : start + CHUNK])


def on_run_started(*, run_id: int, **_kwargs: Any) -> None:
    work_run.delay(run_id=run_id)


def on_application_moved(*, application_id: int, state: str, **_kwargs: Any) -> None:
    note_application(application_id=application_id, state=state)


def on_refit_asked(*, job_id: str, **_kwargs: Any) -> None:
    refit_weights.delay(job_id=job_id)


def sweep_queue() -> str:
    return str(settings.CELERY_TASK_DEFAULT_QUEUE)


def on_worker_ready(*, sender: Any, **_kwargs: Any) -> None:
    """A started worker warms up and takes over what a killed one left behind."""
    if sweep_queue() in sender.app.amqp.queues.consume_from:
        warm_up.delay()
        sweep.delay()

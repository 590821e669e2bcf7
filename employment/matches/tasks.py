"""Doorbells: ids in, one service call. Whatever is lost, the sweep finds again."""

from celery import shared_task

from employment.matches.services import coder_versions, occupations
from employment.matches.services.columns import sync_postings
from employment.matches.services.live import live
from employment.matches.services.rows import sync_students
from employment.matches.services.runs import work_block
from employment.matches.services.sweep import find_lagging
from employment.matches.services.weights import run_refit

RECODED_AT_ONCE = 200


@shared_task
def sync_students_task(*, student_ids: list[int]) -> None:
    sync_students(student_ids=student_ids)


@shared_task
def sync_postings_task(*, posting_ids: list[int]) -> None:
    sync_postings(posting_ids=posting_ids)


@shared_task
def work_run(*, run_id: int) -> None:
    """One block, then ring again: other work in the queue gets its turn in between."""
    if work_block(run_id=run_id):
        work_run.delay(run_id=run_id)


@shared_task
def warm_up() -> None:
    """Load model and arrays before the first change arrives."""
    state = live()
    coder_versions.current_coder()
    state.refresh_postings()
    state.refresh_students()
    recode_occupations.delay()


@shared_task
def sweep() -> None:
    """Every half minute: ring for what the database says is behind."""
    lagging = find_lagging()
    if lagging.students:
        sync_students_task.delay(student_ids=lagging.students)
    if lagging.postings:
        sync_postings_task.delay(posting_ids=lagging.postings)
    for run_id in lagging.runs:
        work_run.delay(run_id=run_id)
    if coder_versions.new_corrections() >= coder_versions.ENOUGH_NEW:
        refit_occupation_coder.delay()


@shared_task
def refit_occupation_coder(
    *, actor_id: int | None = None, least: int = coder_versions.ENOUGH_NEW
) -> None:
    """Once the new version is in use, what the machine coded is coded anew."""
    version = coder_versions.refit(actor_id=actor_id, least=least)
    if version is not None and version.active:
        recode_occupations.delay()


@shared_task
def recode_occupations() -> None:
    """One batch, then ring again."""
    done = occupations.recode_postings(limit=RECODED_AT_ONCE)
    done += occupations.recode_intentions(limit=RECODED_AT_ONCE)
    if done:
        recode_occupations.delay()


@shared_task
def refit_weights(*, job_id: str) -> None:
    run_refit(job_id=job_id)

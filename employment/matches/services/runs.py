"""A run: students in blocks, a block in one transaction, any worker may take the next."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from employment.accounts.models import User
from employment.common.audit import record
from employment.common.enums import JobKind, JobState
from employment.common.jobs import advance_job, create_job, finish_job, request_cancel, start_job
from employment.common.models import Job
from employment.matches.models import MatchRun, RunBlock, StudentSync
from employment.matches.services.balancing import publish_balance
from employment.matches.services.calibration import refresh_calibration
from employment.matches.services.columns import mark_synced
from employment.matches.services.exposure import give_extra_exposure
from employment.matches.services.locks import start_one_by_one
from employment.matches.services.reference import ensure_reference, level
from employment.matches.services.rows import match_students
from employment.matches.services.sweep import lagging_postings
from employment.matches.signals import run_started
from employment.postings.models import Posting
from employment.students.models import StudentProfile

BLOCK_SIZE = 100
# Fewer waiting postings than this are merged one by one, faster than the run reaches all lists.
MANY_POSTINGS = 50


@transaction.atomic
def start_run(
    *, actor: User | None = None, university_id: int | None = None, ring: bool = True
) -> MatchRun:
    """Cut a university's matchable students into blocks, everybody's without one; ``run_started``
    is sent once committed.

    While a run that covers them is under way, that run is returned: a second click starts
    nothing. With ``ring`` off the caller works the blocks itself.
    """
    start_one_by_one()
    if current := MatchRun.objects.under_way().covering(university_id).first():
        return current
    students = student_ids(university_id)
    job = create_job(
        kind=JobKind.MATCHING,
        total=len(students),
        created_by_id=actor.pk if actor else None,
        organisation_id=university_id,
    )
    run = MatchRun.objects.create(
        job=job,
        postings=Posting.objects.open(timezone.localdate()).count(),
    )
    RunBlock.objects.bulk_create(
        RunBlock(run=run, number=number, students=students[start : start + BLOCK_SIZE])
        for number, start in enumerate(range(0, len(students), BLOCK_SIZE))
    )
    record(
        action="matching.run",
        obj=run,
        actor_id=job.created_by_id,
        organisation_id=university_id,
        students=len(students),
    )
    if ring:
        transaction.on_commit(partial(run_started.send, sender=MatchRun, run_id=run.pk))
    return run


def student_ids(university_id: int | None) -> list[int]:
    rows = StudentProfile.objects.matchable()
    if university_id is not None:
        rows = rows.filter(university_id=university_id)
    return list(rows.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def cancel_run(*, run: MatchRun, actor: User) -> None:
    """The worker stops after its present block; lists already made stay."""
    request_cancel(job=run.job)
    record(
        action="matching.run_cancelled",
        obj=run,
        actor_id=actor.pk,
        organisation_id=run.job.organisation_id,
    )


def work_block(*, run_id: int) -> bool:
    """Do the next free block; False when none is left for this worker.

    The block's row stays locked until its lists are committed, so a killed worker leaves it free
    and nothing half-written, and two workers never do the same block.
    """
    run = MatchRun.objects.select_related("job").get(pk=run_id)
    if run.job.finished_at:
        return False
    with transaction.atomic():  # a second worker waits for the job's row until all is prepared
        if start_job(job=run.job):
            prepare_run(run=run)
    with transaction.atomic():
        free = RunBlock.objects.select_for_update(skip_locked=True, of=("self",))
        block = free.filter(run_id=run_id, done_at__isnull=True).order_by("number").first()
        if block is None:
            close_run(job=run.job, cancelled=False)
            return False
        match_students(student_ids=block.students)
        block.done_at = timezone.now()
        block.save(update_fields=["done_at"])
    go_on = advance_job(job=run.job, done=len(block.students))
    close_run(job=run.job, cancelled=not go_on)
    return go_on


@transaction.atomic
def prepare_run(*, run: MatchRun) -> None:
    """Say in the database what a run over everybody promises: every student's list is to be made
    again, and with it every posting that was waiting has been looked at."""
    ensure_reference()
    MatchRun.objects.filter(pk=run.pk).update(engine=level())
    if run.job.organisation_id:
        return
    waiting = lagging_postings(timezone.now(), limit=None)
    if len(waiting) > MANY_POSTINGS:
        StudentSync.objects.update(revision=0)
        mark_synced(posting_ids=waiting)


def close_run(*, job: Job, cancelled: bool) -> None:
    """What needs every list waits for a run over everybody; a university's lists already stand in
    the order of the demand last published."""
    if cancelled:
        finish_job(job=job, state=JobState.CANCELLED)
    elif not RunBlock.objects.filter(run__job=job, done_at__isnull=True).exists():
        if job.organisation_id is None:
            give_extra_exposure()
            publish_balance()
            refresh_calibration()
        finish_job(job=job, state=JobState.DONE)

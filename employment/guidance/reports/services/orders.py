"""Orders of reports: placed once, worked off student by student, cancelled or taken up again."""

import logging
from datetime import timedelta
from functools import partial

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.models import Organisation
from employment.common.audit import record
from employment.common.enums import JobKind, JobState
from employment.common.errors import InvalidError, StateError
from employment.common.jobs import advance_job, create_job, finish_job, start_job
from employment.common.models import Job
from employment.guidance.reports.models import Order
from employment.guidance.reports.services.making import make_report
from employment.guidance.reports.signals import order_placed
from employment.privacy.enums import Purpose
from employment.students.models import StudentProfile

logger = logging.getLogger(__name__)

AT_ONCE = 10  # students of one task: other work of the queue gets its turn in between
SILENT_AFTER = timedelta(minutes=5)


@transaction.atomic
def order_report(*, student: StudentProfile) -> Order:
    """The student's waiting or running order, or a new one: pressing twice makes one report.

    An order without a sign of life is rung for again.
    """
    StudentProfile.objects.select_for_update(of=("self",)).get(pk=student.pk)
    found = Order.objects.unfinished().filter(student=student).select_related("job").first()
    if found:
        if is_silent(found.job):
            ring(found)
        return found
    job = create_job(
        kind=JobKind.REPORTS,
        total=1,
        created_by_id=student.user_id,
        organisation_id=student.university_id,
    )
    order = Order.objects.create(
        job=job, student=student, university_id=student.university_id, students=[student.pk]
    )
    ring(order)
    return order


@transaction.atomic
def order_batch(
    *, actor: Actor, college: Organisation | None = None, cohort: int | None = None
) -> Order:
    """Reports for the actor's students, those of a college or a cohort.

    Students who agreed neither to guidance nor to matching are left out and counted. Raises
    ``InvalidError`` where nobody is left.
    """
    if actor.university_id is None:
        raise InvalidError(_("Choose a university."))
    rows = StudentProfile.objects.visible_to(actor)
    if college:
        rows = rows.filter(college=college)
    if cohort:
        rows = rows.filter(cohort=cohort)
    everybody = set(rows.values_list("pk", flat=True))
    agreed = set(rows.consenting(Purpose.GUIDANCE).values_list("pk", flat=True))
    agreed |= set(rows.consenting(Purpose.MATCHING).values_list("pk", flat=True))
    if not agreed:
        raise InvalidError(_("None of these students has agreed to guidance or matching."))
    job = create_job(
        kind=JobKind.REPORTS,
        total=len(agreed),
        created_by_id=actor.user_id,
        organisation_id=actor.university_id,
    )
    order = Order.objects.create(
        job=job,
        university_id=actor.university_id,
        college=college,
        cohort=cohort,
        students=sorted(agreed),
        left_out=len(everybody - agreed),
    )
    record(
        action="reports.ordered",
        obj=order,
        actor_id=actor.user_id,
        organisation_id=actor.university_id,
        students=len(agreed),
    )
    ring(order)
    return order


def ring(order: Order) -> None:
    is_batch = order.student_id is None
    send = partial(order_placed.send, sender=Order, order_id=order.pk, is_batch=is_batch)
    transaction.on_commit(send)


def is_silent(job: Job) -> bool:
    """Waiting or running without a sign of life: its message or its worker is lost."""
    return (job.heartbeat_at or job.created_at) < timezone.now() - SILENT_AFTER


def resume_order(*, order: Order) -> None:
    """Ring again for an order that has stopped moving; it goes on where it stood.

    Raises ``StateError`` for a finished one.
    """
    if order.job.finished_at:
        raise StateError(_("These reports are finished."))
    ring(order)


def work_order(*, order_id: int) -> bool:
    """Make some reports of the order; True while some are left.

    Each report and the step of ``position`` are one transaction that holds the order's row: a
    second worker gets nothing, a killed one loses only the report it was at.
    """
    job = Job.objects.get(report_order=order_id)
    start_job(job=job)
    return all(_work_one(order_id) for _turn in range(AT_ONCE))


def _work_one(order_id: int) -> bool:
    """One student; False when somebody else is at it, it is finished, or was cancelled."""
    with transaction.atomic():
        rows = Order.objects.select_for_update(skip_locked=True, of=("self",))
        order = rows.select_related("job").filter(pk=order_id).first()
        if order is None or order.job.finished_at:
            return False
        if order.job.cancel_requested:
            finish_job(job=order.job, state=JobState.CANCELLED)
            return False
        if order.position >= len(order.students):
            _finish(order)
            return False
        done = _make(order, order.students[order.position])
        Order.objects.filter(pk=order.pk).update(position=order.position + 1)
        advance_job(job=order.job, done=1, failed=0 if done else 1)
        if order.position + 1 == len(order.students):
            _finish(order)
            return False
    return True


def _make(order: Order, student_id: int) -> bool:
    """False where the report cannot be made; the others of the batch go on."""
    try:
        with transaction.atomic():
            make_report(student_id=student_id, order=order)
    except StudentProfile.DoesNotExist:
        return False
    except (LookupError, ValueError, TypeError, DatabaseError) as error:
        logger.warning("A report could not be made: %s", type(error).__name__)
        return False
    return True


def _finish(order: Order) -> None:
    made = order.reports.count()
    failed = Job.objects.get(pk=order.job_id).failed
    state = JobState.FAILED if failed and failed == len(order.students) else JobState.DONE
    error = str(_("The report could not be made.")) if state == JobState.FAILED else ""
    finish_job(job=order.job, state=state, error=error, result={"made": made})

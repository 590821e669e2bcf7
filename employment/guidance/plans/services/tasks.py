"""Tasks: written by the student, taken from roadmap and advice, or suggested by staff."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import User
from employment.common.audit import record
from employment.common.errors import InvalidError, StateError
from employment.guidance.plans.enums import TaskSource, TaskState
from employment.guidance.plans.models import Goal, Task
from employment.students.models import StudentProfile

MOST_OPEN = 200


def add_task(
    *,
    student: StudentProfile,
    title: str,
    due: dt.date | None = None,
    notes: str = "",
    goal: Goal | None = None,
    source: TaskSource = TaskSource.OWN,
    key: str = "",
    url: str = "",
    by: User | None = None,
) -> Task:
    """A task at the end of the list. With a ``key`` the same origin gives the same task again.

    Raises ``InvalidError`` when the list is full.
    """
    rows = Task.objects.filter(student=student)
    if rows.filter(state__in=(TaskState.OPEN, TaskState.SUGGESTED)).count() >= MOST_OPEN:
        raise InvalidError(_("Your list is full. Finish or delete some tasks first."))
    last = rows.aggregate(last=Max("position"))["last"] or 0
    state = TaskState.SUGGESTED if source == TaskSource.COUNSELLOR else TaskState.OPEN
    try:
        with transaction.atomic():
            return Task.objects.create(
                student=student,
                title=title[:160],
                due=due,
                notes=notes,
                goal=goal,
                source=source,
                source_key=key[:120],
                url=url,
                suggested_by=by,
                state=state,
                position=last + 1,
            )
    except IntegrityError:
        return rows.get(source=source, source_key=key[:120])


@transaction.atomic
def suggest_task(
    *, student: StudentProfile, title: str, due: dt.date | None, notes: str, by: User
) -> Task:
    """A counsellor's proposal; it counts for nothing until the student accepts it."""
    key = f"{by.pk}:{title.strip()}"
    task = add_task(
        student=student,
        title=title,
        due=due,
        notes=notes,
        source=TaskSource.COUNSELLOR,
        key=key,
        by=by,
    )
    record(
        action="task.suggested",
        obj=task,
        actor_id=by.pk,
        organisation_id=student.university_id,
    )
    return task


def answer_suggestion(*, task: Task, accept: bool) -> None:
    """Raises ``StateError`` when it was answered before."""
    state = TaskState.OPEN if accept else TaskState.DECLINED
    rows = Task.objects.filter(pk=task.pk, state=TaskState.SUGGESTED)
    if not rows.update(state=state):
        raise StateError(_("This suggestion has been answered."))


def finish_task(*, task: Task) -> None:
    """Twice is once."""
    rows = Task.objects.filter(pk=task.pk, state=TaskState.OPEN)
    rows.update(state=TaskState.DONE, done_at=timezone.now(), snoozed_until=None)


def reopen_task(*, task: Task) -> None:
    rows = Task.objects.filter(pk=task.pk, state=TaskState.DONE)
    rows.update(state=TaskState.OPEN, done_at=None)


def snooze_task(*, task: Task, until: dt.date, today: dt.date) -> None:
    """Out of sight until a day ahead; the due date stays. Raises ``InvalidError``."""
    if not today < until <= today + dt.timedelta(366):
        raise InvalidError(_("Choose a day within the next year."))
    Task.objects.filter(pk=task.pk, state=TaskState.OPEN).update(snoozed_until=until)


def edit_task(
    *, task: Task, title: str, due: dt.date | None, notes: str, goal: Goal | None
) -> None:
    Task.objects.filter(pk=task.pk).update(title=title, due=due, notes=notes, goal=goal)


@transaction.atomic
def move_task(*, task: Task, up: bool) -> None:
    """Change places with the neighbour among the open tasks."""
    rows = list(
        Task.objects.select_for_update()
        .filter(student_id=task.student_id, state=TaskState.OPEN)
        .order_by("position", "pk")
    )
    at = next((n for n, row in enumerate(rows) if row.pk == task.pk), None)
    other = None if at is None else at + (-1 if up else 1)
    if at is None or other is None or not 0 <= other < len(rows):
        return
    rows[at], rows[other] = rows[other], rows[at]
    for position, row in enumerate(rows, 1):
        row.position = position
    Task.objects.bulk_update(rows, ["position"])


def delete_task(*, task: Task) -> None:
    task.delete()


def add_goal(*, student: StudentProfile, title: str, due: dt.date | None) -> Goal:
    """The same title is the same goal."""
    return Goal.objects.get_or_create(student=student, title=title, defaults={"due": due})[0]


def delete_goal(*, goal: Goal) -> None:
    """Its tasks stay, without a goal."""
    goal.delete()

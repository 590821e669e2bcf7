"""A student's plan: roadmap, tasks, today, progress."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from employment.guidance.plans.enums import MilestoneState, TaskState
from employment.guidance.plans.library import in_language, milestones
from employment.guidance.plans.models import MilestoneMark, PlanSettings, Task
from employment.guidance.plans.rules.roadmap import Course, Placed, course_of, place
from employment.students.models import StudentProfile

DUE_DAYS = 7


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone in the reader's language."""

    code: str
    title: str
    text: str
    url: str
    due: dt.date
    year: int
    state: MilestoneState


@dataclass(frozen=True, slots=True)
class Term:
    """The milestones of one academic year."""

    label: str
    is_now: bool
    steps: Sequence[Step]

    @property
    def overdue(self) -> int:
        return sum(step.state == MilestoneState.OVERDUE for step in self.steps)


@dataclass(frozen=True, slots=True)
class Progress:
    """Tasks and due milestones that are done, of all that are to be done by now."""

    done: int
    open: int
    overdue: int

    @property
    def percent(self) -> int | None:
        total = self.done + self.open
        return round(100 * self.done / total) if total else None


def settings_of(student: StudentProfile) -> PlanSettings:
    """The saved settings, or the defaults unsaved."""
    return PlanSettings.objects.filter(student=student).first() or PlanSettings(student=student)


def course_for(student: StudentProfile, settings: PlanSettings) -> Course | None:
    return course_of(
        degree=student.degree,
        years=student.programme_years,
        cohort=student.cohort,
        delayed=settings.delayed_years,
        winter=settings.graduation_month == 1,
    )


def roadmap(student: StudentProfile, course: Course | None, *, today: dt.date) -> list[Step]:
    if course is None:
        return []
    marks = dict(MilestoneMark.objects.filter(student=student).values_list("milestone", "mark"))
    intention = getattr(student, "intention", None)
    study = intention.further_study if intention else ""
    return [as_step(one) for one in place(milestones(), course, marks, today, study=study)]


def as_step(placed: Placed) -> Step:
    row = placed.milestone
    return Step(
        code=row.code,
        title=in_language(row.title),
        text=in_language(row.text),
        url=page_url(row.link),
        due=placed.due,
        year=placed.year,
        state=placed.state,
    )


def page_url(name: str, *args: object) -> str:
    """Empty where the page does not exist."""
    try:
        return reverse(name, args=args) if name else ""
    except NoReverseMatch:
        return ""


def by_year(steps: Iterable[Step], course: Course, *, today: dt.date) -> list[Term]:
    rows = list(steps)
    now = course.year_on(today)
    return [
        Term(year_label(year, course), year == now, [one for one in rows if one.year == year])
        for year in sorted({one.year for one in rows})
    ]


def year_label(year: int, course: Course) -> str:
    first = course.first_year + year - 1
    if year > course.length:
        return _("Year %(n)s after graduation · %(first)s–%(last)s") % {
            "n": year - course.length,
            "first": first,
            "last": first + 1,
        }
    return _("Year %(n)s · %(first)s–%(last)s") % {"n": year, "first": first, "last": first + 1}


def tasks_of(student: StudentProfile) -> QuerySet[Task]:
    return Task.objects.filter(student=student).select_related("goal", "suggested_by")


def awake(rows: QuerySet[Task], *, today: dt.date) -> QuerySet[Task]:
    """Open and not snoozed."""
    return rows.filter(state=TaskState.OPEN).filter(
        Q(snoozed_until__isnull=True) | Q(snoozed_until__lte=today)
    )


def due_tasks(student: StudentProfile, *, today: dt.date, days: int = DUE_DAYS) -> list[Task]:
    rows = awake(tasks_of(student), today=today).filter(due__lte=today + dt.timedelta(days))
    return list(rows.order_by("due", "position"))


def present_steps(steps: Iterable[Step]) -> list[Step]:
    wanted = (MilestoneState.OVERDUE, MilestoneState.SOON)
    return [one for one in steps if one.state in wanted]


def progress(tasks: Iterable[Task], steps: Iterable[Step], *, today: dt.date) -> Progress:
    rows, marks = list(tasks), list(steps)
    late = sum(row.state == TaskState.OPEN and bool(row.due and row.due < today) for row in rows)
    overdue = sum(one.state == MilestoneState.OVERDUE for one in marks)
    present = len(present_steps(marks))
    return Progress(
        done=sum(row.state == TaskState.DONE for row in rows)
        + sum(one.state == MilestoneState.DONE for one in marks),
        open=sum(row.state == TaskState.OPEN for row in rows) + present,
        overdue=late + overdue,
    )

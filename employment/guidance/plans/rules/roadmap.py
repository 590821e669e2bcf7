"""When the milestones of a programme are due, and how each stands on a day."""

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from employment.guidance.plans.enums import Mark, MilestoneState, Programme

FIRST_MONTH = 9  # an academic year begins in September
OVERDUE_DAYS = 180  # later a milestone lies behind, without reproach
AFTER_YEARS = 3


class Anchor(StrEnum):
    """START: years of the programme from 1. END: 0 the last year, −1 the one before it, and
    1–3 the years after graduation."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Milestone:
    """``lead``: days before the due date from which it counts as the present thing to do."""

    code: str
    programmes: frozenset[Programme]
    anchor: Anchor
    year: int
    month: int
    day: int
    lead: int
    title: Mapping[str, str]
    text: Mapping[str, str]
    link: str = ""
    study: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Course:
    """A student's way through a programme. ``cohort``: the year of graduation, delays included;
    a winter graduate of 2027 leaves in January 2027, half a year before the summer."""

    programme: Programme
    years: int
    cohort: int
    delayed: int = 0
    winter: bool = False

    @property
    def first_year(self) -> int:
        """The calendar year of the first September."""
        return self.cohort - self.years - self.delayed

    @property
    def length(self) -> int:
        return self.years + self.delayed

    def year_on(self, today: dt.date) -> int:
        """1 in the first academic year; above ``length`` after graduation, below 1 before."""
        return today.year - self.first_year + (today.month >= FIRST_MONTH)


@dataclass(frozen=True, slots=True)
class Placed:
    """``year``: the academic year it lies in, from 1; above the programme's length afterwards."""

    milestone: Milestone
    due: dt.date
    year: int
    state: MilestoneState


DEFAULT_YEARS: Mapping[int, int] = {15: 3, 30: 3, 40: 4, 50: 3, 60: 4}
LONG_FROM = 5


def course_of(
    *, degree: int | None, years: int | None, cohort: int | None, delayed: int, winter: bool
) -> Course | None:
    """None while degree or graduation year are unknown. Degrees as in ``students.enums``."""
    if degree is None or cohort is None or degree not in DEFAULT_YEARS:
        return None
    length = years or DEFAULT_YEARS[degree]
    return Course(programme_of(degree, length), length, cohort, delayed, winter)


def programme_of(degree: int, years: int) -> Programme:
    if degree == 60:
        return Programme.DOCTOR
    if degree == 50:
        return Programme.POSTGRADUATE
    if degree == 40:
        return Programme.LONG if years >= LONG_FROM else Programme.UNDERGRADUATE
    return Programme.VOCATIONAL


def place(
    milestones: Iterable[Milestone],
    course: Course,
    marks: Mapping[str, str],
    today: dt.date,
    *,
    study: str = "",
) -> list[Placed]:
    """The milestones of this course by date. ``study``: the intended further study, or none."""
    found = [
        Placed(one, due, year, state_of(marks.get(one.code), due, one.lead, today))
        for one in milestones
        if course.programme in one.programmes and (not one.study or study in one.study)
        for due, year in [due_of(one, course)]
        if fits(one, course)
    ]
    return sorted(found, key=lambda one: (one.due, one.milestone.code))


def fits(milestone: Milestone, course: Course) -> bool:
    """Whether the programme has such a year at all."""
    if milestone.anchor is Anchor.START:
        return milestone.year <= course.length
    return milestone.year > -course.length


def due_of(milestone: Milestone, course: Course) -> tuple[dt.date, int]:
    """Due date and academic year. February 29 is the 28th in other years."""
    from_start = milestone.anchor is Anchor.START
    number = milestone.year if from_start else course.length + milestone.year
    begins = course.first_year + number - 1
    year = begins if milestone.month >= FIRST_MONTH else begins + 1
    month = milestone.month
    if course.winter and not from_start:
        year, month = half_year_earlier(year, month)
    day = min(milestone.day, calendar.monthrange(year, month)[1])
    return dt.date(year, month, day), number


def half_year_earlier(year: int, month: int) -> tuple[int, int]:
    """Five months: from the summer's June to January, the months of the two ceremonies."""
    return (year, month - 5) if month > 5 else (year - 1, month + 7)


def state_of(mark: str | None, due: dt.date, lead: int, today: dt.date) -> MilestoneState:
    """The student's own mark first; then by the date. On the due day itself it is not overdue."""
    if mark in Mark.values:
        return MilestoneState(mark)
    if today > due:
        late = (today - due).days > OVERDUE_DAYS
        return MilestoneState.PAST if late else MilestoneState.OVERDUE
    return MilestoneState.SOON if today >= due - dt.timedelta(lead) else MilestoneState.LATER

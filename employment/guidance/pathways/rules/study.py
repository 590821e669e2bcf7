"""Which ways of further study are open to whom, and when their steps fall."""

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from employment.guidance.pathways.enums import StudyPath
from employment.students.enums import Degree

SMALLEST_RATE_N = 10


class Openness(StrEnum):
    OPEN = "open"
    LATER = "later"  # with a condition that time fulfils
    CLOSED = "closed"
    UNKNOWN = "unknown"  # the degree is not stated


J, B, M, D = Degree.JUNIOR_COLLEGE, Degree.BACHELOR, Degree.MASTER, Degree.DOCTOR
# Degree that the present programme leads to -> what is open. Not named: closed.
RULES: Mapping[StudyPath, Mapping[Degree, Openness]] = {
    # Ministry of Education, rules of postgraduate admission: two years after junior college.
    StudyPath.POSTGRADUATE: {J: Openness.LATER, B: Openness.OPEN},
    StudyPath.UPGRADE: {J: Openness.OPEN},
    # 教学厅〔2019〕: full-time, for fresh graduates with a bachelor's degree.
    StudyPath.SECOND_DEGREE: {B: Openness.OPEN},
    StudyPath.ABROAD: {J: Openness.OPEN, B: Openness.OPEN, M: Openness.OPEN, D: Openness.OPEN},
    StudyPath.CIVIL_SERVICE: {
        J: Openness.OPEN,
        B: Openness.OPEN,
        M: Openness.OPEN,
        D: Openness.OPEN,
    },
}


def openness(path: StudyPath, degree: int | None) -> Openness:
    """``degree``: what the present programme leads to. Unknown degree: nothing is offered."""
    if degree is None:
        return Openness.UNKNOWN
    return {int(known): state for known, state in RULES[path].items()}.get(degree, Openness.CLOSED)


def offered_paths(degree: int | None) -> list[StudyPath]:
    """Paths to show, in a fixed order; an upgrade only to students of junior colleges."""
    shown = (Openness.OPEN, Openness.LATER)
    return [path for path in StudyPath if openness(path, degree) in shown]


@dataclass(frozen=True, slots=True)
class Step:
    """A row of ``data/path_dates.csv``: days of the year before graduation (-1) or of it (0)."""

    path: StudyPath
    code: str
    year: int
    start: tuple[int, int]
    end: tuple[int, int] | None
    zh: str
    en: str

    def dates(self, cohort: int) -> tuple[dt.date, dt.date | None]:
        year = cohort + self.year
        end = _day(year, *self.end) if self.end else None
        return _day(year, *self.start), end


def _day(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Rate:
    """``share`` is None where fewer than ten took part: then ``tried`` is not shown either."""

    tried: int | None
    share: float | None


def rate_of(records: Iterable[tuple[int, int]]) -> Rate:
    """(took part, admitted) of several cohorts, together."""
    rows = list(records)
    tried, admitted = sum(row[0] for row in rows), sum(row[1] for row in rows)
    if tried < SMALLEST_RATE_N:
        return Rate(None, None)
    return Rate(tried, admitted / tried)

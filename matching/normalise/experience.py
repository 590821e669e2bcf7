"""Work experience and internship attendance as written → years, days a week, months."""

import re
from dataclasses import dataclass

from matching.normalise.reading import CHINESE_NUMBER, Unread, fold, is_absent, read_number

YEARS_LIMIT = 40


@dataclass(frozen=True, slots=True)
class ExperienceReading:
    """Years asked for. ``unlimited``: said to be irrelevant; ``fresh``: graduates are addressed.

    ``days_per_week`` and ``months`` are the attendance an internship asks for.
    """

    original: str
    minimum: float | None = None
    maximum: float | None = None
    unlimited: bool = False
    fresh: bool = False
    days_per_week: float | None = None
    months: float | None = None
    reason: Unread | None = None


_NUMBER = rf"(\d+(?:\.\d+)?|{CHINESE_NUMBER})"
_ATTENDANCE = re.compile(
    rf"{_NUMBER}\s*[天日]\s*/\s*周|每?周\s*(?:到岗|出勤)?\s*{_NUMBER}\s*[天日]"
)
_MONTHS = re.compile(rf"{_NUMBER}\s*个?月")
_RANGE = re.compile(rf"{_NUMBER}\s*年?\s*[-~至到—]\s*{_NUMBER}\s*年?")
_AT_MOST = re.compile(rf"{_NUMBER}\s*年?\s*(?:以下|以内|及以下)|少于\s*{_NUMBER}\s*年")
_YEARS = re.compile(rf"{_NUMBER}\s*(?:年|years?|\+)")
_BARE = re.compile(r"\d{1,2}(?:\.\d+)?")
_UNLIMITED = re.compile(r"不限|不要求|无要求|无需|无经验|^无$|\bany\b|no experience")
_FRESH = re.compile(r"应届|在校|毕业生|学生|fresh|graduate")


def read_experience(text: str) -> ExperienceReading:
    """Read an experience field; a bare number counts years."""
    folded = fold(text).strip()
    if is_absent(folded):
        return ExperienceReading(text, reason=Unread.EMPTY)
    attendance = _ATTENDANCE.search(folded)
    if attendance:
        return _read_attendance(text, folded, attendance)
    fresh = bool(_FRESH.search(folded))
    minimum, maximum = _read_years(folded)
    if minimum is not None or maximum is not None:
        return _checked(ExperienceReading(text, minimum=minimum, maximum=maximum, fresh=fresh))
    if fresh:
        return ExperienceReading(text, minimum=0, fresh=True)
    if _UNLIMITED.search(folded):
        return ExperienceReading(text, minimum=0, unlimited=True)
    return ExperienceReading(text, reason=Unread.UNKNOWN_FORMAT)


def _read_attendance(text: str, folded: str, match: re.Match[str]) -> ExperienceReading:
    days = next(read_number(group) for group in match.groups() if group)
    months = _MONTHS.search(folded)
    return ExperienceReading(
        text, days_per_week=days, months=read_number(months[1]) if months else None
    )


def _read_years(folded: str) -> tuple[float | None, float | None]:
    if match := _RANGE.search(folded):
        return read_number(match[1]), read_number(match[2])
    if match := _AT_MOST.search(folded):
        return 0, read_number(match[1] or match[2])
    if match := _YEARS.search(folded):
        return read_number(match[1]), None
    if _BARE.fullmatch(folded):
        return float(folded), None
    if match := _MONTHS.search(folded):
        months = read_number(match[1])
        return (months / 12 if months is not None else None), None
    return None, None


def _checked(reading: ExperienceReading) -> ExperienceReading:
    bounds = [bound for bound in (reading.minimum, reading.maximum) if bound is not None]
    if max(bounds) > YEARS_LIMIT:
        return ExperienceReading(reading.original, reason=Unread.OUT_OF_RANGE)
    if len(bounds) == 2 and bounds[0] > bounds[1]:
        return ExperienceReading(reading.original, bounds[1], bounds[0], fresh=reading.fresh)
    return reading

"""Dates of the entries: written alike, in order, without holes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from employment.guidance.resumes.content import Entry, ResumeContent
from employment.guidance.resumes.rules.findings import Finding, Place, entries

LONGEST_GAP = 6
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"\d{4}")
_DATED = ("education", "experience", "projects", "campus")
_ORDERED = ("education", "experience", "projects")
_FAR = 99_999


def find_date_faults(content: ResumeContent) -> Iterator[Finding]:
    for section, index, entry in entries(content, *_DATED):
        yield from _entry_faults(Place(section, index), entry)
    yield from _mixed_forms(content)
    for section in _ORDERED:
        yield from _order(section, getattr(content, section))
    yield from _gaps(content)


def _entry_faults(place: Place, entry: Entry) -> Iterator[Finding]:
    name = entry.organisation or entry.title
    if not entry.start and not entry.end:
        yield Finding("no_dates", place, name)
    for field in ("start", "end"):
        value = getattr(entry, field)
        if value and months(value) is None:
            yield Finding("date_unreadable", Place(place.section, place.index, field=field), value)
    first, last = months(entry.start), months(entry.end)
    if first is not None and last is not None and last < first and not entry.current:
        yield Finding("end_before_start", place, f"{entry.start} – {entry.end}")


def _mixed_forms(content: ResumeContent) -> Iterator[Finding]:
    """Years among months; the rarer form is the fault, years where both are as frequent."""
    dated = [
        (Place(section, index, field=field), value)
        for section, index, entry in entries(content, *_DATED)
        for field in ("start", "end")
        if (value := getattr(entry, field))
    ]
    years = [one for one in dated if _YEAR.fullmatch(one[1])]
    if years and any(_MONTH.fullmatch(value) for _, value in dated):
        yield from (Finding("mixed_dates", place, value) for place, value in years)


def _order(section: str, rows: tuple[Entry, ...]) -> Iterator[Finding]:
    dated = [(index, _sort_key(entry)) for index, entry in enumerate(rows) if entry.start]
    for (_, before), (index, after) in pairwise(dated):
        if after > before:
            quote = rows[index].organisation or rows[index].title
            yield Finding("not_newest_first", Place(section, index), quote)


def _sort_key(entry: Entry) -> tuple[int, int]:
    end = _FAR if entry.current else months(entry.end or entry.start)
    return (end or 0, months(entry.start) or 0)


def _gaps(content: ResumeContent) -> Iterator[Finding]:
    """More than half a year that neither study nor work fills."""
    spans = sorted(  # entries are never compared: no two have one place
        ((first, last), Place(section, index), entry)
        for section, index, entry in entries(content, "education", "experience")
        if (first := months(entry.start)) is not None
        and (last := _FAR if entry.current else months(entry.end or entry.start, last=True))
    )
    covered = spans[0][0][1] if spans else 0
    for (first, last), place, entry in spans[1:]:
        if first - covered > LONGEST_GAP + 1:
            yield Finding("gap", place, entry.start, str(first - covered - 1))
        covered = max(covered, last)


def months(value: str, *, last: bool = False) -> int | None:
    """Months since year 0; a bare year is its January, with ``last`` its December."""
    if match := _MONTH.fullmatch(value):
        return int(match[1]) * 12 + int(match[2]) - 1
    if _YEAR.fullmatch(value):
        return int(value) * 12 + (11 if last else 0)
    return None

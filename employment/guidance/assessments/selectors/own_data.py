"""What is kept about a student for guidance: source, date, consent, ways to correct and erase."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from employment.guidance.assessments.enums import Freshness
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Result
from employment.privacy.enums import Purpose
from employment.students.enums import DataSource
from employment.students.models import StudentProfile
from employment.students.sections import SECTIONS

FRESH = timedelta(days=183)
AGEING = timedelta(days=365)
DATES = ("end", "issued", "start")


@dataclass(frozen=True, slots=True)
class Datum:
    """``purpose``: what its use rests on. Without a link the university is to be asked."""

    title: str
    detail: str
    source: str
    at: date | None
    freshness: Freshness
    url: str = ""
    erase_url: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    title: str
    purpose: Purpose
    rows: list[Datum]
    url: str = ""


def freshness_of(at: date | None, today: date) -> Freshness:
    if at is None:
        return Freshness.UNKNOWN
    age = today - at
    return Freshness.FRESH if age <= FRESH else Freshness.AGEING if age <= AGEING else Freshness.OLD


def own_data(student: StudentProfile) -> list[Source]:
    today = timezone.localdate()
    profile = [
        Source(
            str(section.title),
            Purpose.MATCHING,
            list(_records(section.rows_of(student), name, today)),
            reverse("students:add_record", args=[name]),
        )
        for name, section in SECTIONS.items()
    ]
    assessed = Source(
        _("Assessments"),
        Purpose.GUIDANCE,
        list(_results(student, today)),
        reverse("assessments:catalogue"),
    )
    grades = Source(_("Grades"), Purpose.GUIDANCE, list(_grades(student)))
    return [grades, assessed, *profile]


def term_end(term: str) -> date | None:
    """Of ``2024-2025-1``, the first term of that year: 31 January 2025; second: 31 July."""
    parts = term.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    year = int(parts[1])
    if not 1990 <= year <= 2100:
        return None
    return date(year, 1, 31) if parts[2] == "1" else date(year, 7, 31)


def _grades(student: StudentProfile) -> Iterator[Datum]:
    today = timezone.localdate()
    for row in student.grades.all():
        at = term_end(row.term)
        detail = "–" if row.score is None else f"{row.score:g}"
        source = str(DataSource.IMPORT.label)
        yield Datum(row.course, f"{detail} · {row.term}", source, at, freshness_of(at, today))


def _results(student: StudentProfile, today: date) -> Iterator[Datum]:
    for row in Result.objects.filter(student=student):
        at = timezone.localdate(row.at)
        known = instruments().get(row.instrument)
        url = reverse("assessments:result", args=[row.pk])
        title = str(known.name) if known else row.instrument
        detail = _("with a note on validity") if row.flags else ""
        source = str(DataSource.STUDENT.label)
        yield Datum(title, detail, source, at, freshness_of(at, today), url, url + "#delete")


def _records(rows: Iterable[object], name: str, today: date) -> Iterator[Datum]:
    for row in rows:
        pk = getattr(row, "pk", None)
        at = next((found for key in DATES if (found := getattr(row, key, None))), None)
        yield Datum(
            str(row),
            "",
            str(DataSource(getattr(row, "source", DataSource.STUDENT)).label),
            at,
            freshness_of(min(at, today) if at else None, today),
            reverse("students:edit_record", args=[name, pk]),
            reverse("students:edit_record", args=[name, pk]),
        )

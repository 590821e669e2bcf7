"""Occupations that go with a person's interests."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone

from employment.guidance.assessments.enums import Confidence
from employment.guidance.assessments.library import OccupationInterests, interest_rows
from employment.guidance.assessments.rules.interests import interest_fit
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from employment.taxonomy.models import Occupation

SHOWN = 12
PER_GROUP = 2
REMAINDER = "-99"  # "others" of a group say nothing


@dataclass(frozen=True, slots=True)
class Suggestion:
    occupation: Occupation
    fit: float
    interests: OccupationInterests
    openings: int

    @property
    def is_sure(self) -> bool:
        return self.interests.confidence is Confidence.HIGH


def suggestions(person: Sequence[float]) -> list[Suggestion]:
    """Occupations with open postings first by fit, at most two of a minor group."""
    openings = open_counts()
    ranked = sorted(_fits(person), key=lambda row: (row[0] not in openings, -row[1], row[0]))
    groups: Counter[str] = Counter()
    chosen = []
    for code, fit in ranked:
        if groups[code[:7]] < PER_GROUP and fit > 0.5:
            groups[code[:7]] += 1
            chosen.append((code, fit))
    best = sorted(chosen[:SHOWN], key=lambda row: -row[1])
    return _with_rows(best, openings)


def intended(student: StudentProfile, person: Sequence[float]) -> list[Suggestion]:
    """The occupations the student wants, with the fit of the interests."""
    intention = getattr(student, "intention", None)
    codes = list(intention.occupations.values_list("code", flat=True)) if intention else []
    rows = interest_rows()
    fits = [(c, interest_fit(person, rows[c].values)) for c in codes if c in rows]
    return _with_rows(sorted(fits, key=lambda row: -row[1]), open_counts())


def open_counts() -> dict[str, int]:
    rows = Posting.objects.open(timezone.localdate()).exclude(occupation=None).order_by()
    return dict(rows.values_list("occupation_id").annotate(openings=Count("pk")))


def _fits(person: Sequence[float]) -> list[tuple[str, float]]:
    return [
        (code, interest_fit(person, row.values))
        for code, row in interest_rows().items()
        if row.confidence is not Confidence.GROUP and not code.endswith(REMAINDER)
    ]


def _with_rows(fits: Sequence[tuple[str, float]], openings: dict[str, int]) -> list[Suggestion]:
    rows = Occupation.objects.in_bulk([code for code, _ in fits])
    return [
        Suggestion(rows[code], fit, interest_rows()[code], openings.get(code, 0))
        for code, fit in fits
        if code in rows
    ]

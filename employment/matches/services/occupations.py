"""Titles → codes of the occupation classification, for postings and for intentions."""

import dataclasses
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from employment.matches.enums import CodedBy
from employment.matches.models import OccupationCoding
from employment.matches.services.coder_versions import coder_name, current_coder
from employment.postings.models import Posting
from employment.postings.services.revisions import mark_postings_changed
from employment.students.models import StudentProfile
from employment.students.services.revisions import mark_students_changed
from matching.occupations import Coded, is_confident
from matching.types import Candidate

KEPT = 3
WORTH_KEEPING = 0.15
PROPOSALS = 5
TITLE_CHARS = 120
CODE_COLUMNS = ["occupation_id", "confidence", "coder", "proposals", "coded_at"]
CODE_FIELDS = ["title", "occupation", "confidence", "coder", "proposals", "coded_at"]


def code_postings(*, posting_ids: Sequence[int]) -> None:
    """Fill the occupation of postings that have none; a person's choice is never replaced.

    Derived from the title alone, so it changes no revision.
    """
    rows = Posting.objects.filter(pk__in=posting_ids, occupation_confidence__isnull=True)
    _code(list(rows.filter(occupation__isnull=True)))


def recode_postings(*, limit: int) -> int:
    """Code anew what the machine coded under another version; count the postings looked at."""
    other_version = Q(coding__isnull=True) | ~Q(coding__coder=coder_name())
    pending = Posting.objects.filter(other_version, occupation_confidence__isnull=False)
    rows = list(pending.order_by("pk")[:limit])
    before = {row.pk: row.occupation_id for row in rows}
    with transaction.atomic():
        _code(rows)
        changed = [row.pk for row in rows if row.occupation_id != before[row.pk]]
        mark_postings_changed(posting_ids=changed)
    return len(rows)


def recode_intentions(*, limit: int) -> int:
    """The same for titles that students want."""
    stale = OccupationCoding.objects.by_machine().filter(student__isnull=False)
    rows = list(stale.exclude(coder=coder_name()).order_by("pk")[:limit])
    found = current_coder().code([row.title for row in rows], limit=PROPOSALS)
    changed = []
    for row, codes in zip(rows, found, strict=True):
        fresh = coding_of(row.title, codes)
        if fresh.occupation_id != row.occupation_id:
            changed.append(row.student_id)
        for name in CODE_COLUMNS:
            setattr(row, name, getattr(fresh, name))
    with transaction.atomic():
        OccupationCoding.objects.bulk_update(rows, CODE_FIELDS, batch_size=500)
        mark_students_changed(student_ids=[pk for pk in dict.fromkeys(changed) if pk])
    return len(rows)


@transaction.atomic
def _code(rows: Sequence[Posting]) -> None:
    if not rows:
        return
    found = current_coder().code([row.title for row in rows], limit=PROPOSALS)
    codings = [coding_of(row.title, codes) for row, codes in zip(rows, found, strict=True)]
    for row, coding in zip(rows, codings, strict=True):
        coding.posting = row
        row.occupation_id, row.occupation_confidence = coding.occupation_id, coding.confidence
    Posting.objects.bulk_update(rows, ["occupation", "occupation_confidence"], batch_size=500)
    OccupationCoding.objects.bulk_create(
        codings,
        update_conflicts=True,
        unique_fields=["posting"],
        update_fields=[*CODE_FIELDS, "coded_by"],
    )


def coding_of(title: str, codes: Sequence[Coded]) -> OccupationCoding:
    """An unsaved row: the best code where the coder is sure enough, and its proposals."""
    confidence = codes[0].confidence if codes else 0.0
    return OccupationCoding(
        title=title[:TITLE_CHARS],
        occupation_id=codes[0].code if codes and is_confident(confidence) else None,
        confidence=confidence,
        coder=coder_name(),
        proposals=[[one.code, round(one.confidence, 3)] for one in codes],
        coded_at=timezone.now(),
    )


def code_intentions(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Add the coded occupations of the titles a student wrote to those chosen from the list."""
    titles = sorted({title for row in candidates for title in row.target_titles})
    if not titles:
        return list(candidates)
    coded = dict(zip(titles, current_coder().code(titles, limit=PROPOSALS), strict=True))
    settled = _keep_intentions(candidates, coded)
    return [
        dataclasses.replace(row, target_occupations=_wanted(row, coded, settled))
        for row in candidates
    ]


def _wanted(
    row: Candidate, coded: dict[str, list[Coded]], settled: dict[tuple[int, str], str]
) -> tuple[str, ...]:
    codes = list(row.target_occupations)
    for title in row.target_titles:
        own = settled.get((row.id, title))
        codes += [own] if own else _likely(coded[title])
    return tuple(dict.fromkeys(codes))


def _likely(codes: Sequence[Coded]) -> list[str]:
    """The best code, and others that have a chance."""
    return [
        one.code
        for at, one in enumerate(codes[:KEPT])
        if at == 0 or one.confidence >= WORTH_KEEPING
    ]


def _keep_intentions(
    candidates: Iterable[Candidate], coded: dict[str, list[Coded]]
) -> dict[tuple[int, str], str]:
    """Store what titles of students were coded as; the codes that people set are returned."""
    wanted = {(row.id, title) for row in candidates for title in row.target_titles}
    mine = OccupationCoding.objects.filter(student__in={student for student, _ in wanted})
    kept = {(row.student_id or 0, row.title): row for row in mine}
    gone = [row.pk for key, row in kept.items() if key not in wanted]
    OccupationCoding.objects.by_machine().filter(pk__in=gone, corrections=None).delete()
    people = {key: row for key, row in kept.items() if row.coded_by == CodedBy.PERSON}
    version = coder_name()
    fresh = {key for key, row in kept.items() if row.coder == version} | people.keys()
    known = _existing_students(student for student, _ in wanted - fresh)
    rows = []
    for student, title in sorted(wanted - fresh):
        if student in known:
            row = coding_of(title, coded[title])
            row.student_id = student
            rows.append(row)
    OccupationCoding.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["student", "title"],
        update_fields=CODE_FIELDS,
        batch_size=500,
    )
    return {key: row.occupation_id for key, row in people.items() if row.occupation_id}


def _existing_students(ids: Iterable[int]) -> set[int]:
    return set(StudentProfile.objects.filter(pk__in=set(ids)).values_list("pk", flat=True))

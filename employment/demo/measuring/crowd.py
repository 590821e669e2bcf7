"""A crowd for speed measurements: the demo world's texts, many times over, never committed."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.utils import timezone

from employment.accounts.enums import OrganisationKind
from employment.accounts.models import Organisation
from employment.common.bulk import copy_rows
from employment.demo import texts, world
from employment.matches.enums import Band
from employment.matches.models import Match, StudentSync
from employment.postings.enums import PostingState
from employment.postings.models import Posting
from employment.postings.services.employers import ensure_employers
from employment.postings.services.fields import NewPosting
from employment.postings.services.writing import add_postings
from employment.privacy.enums import Purpose
from employment.students.models import StudentProfile
from employment.students.services.roster import RosterEntry, add_students

DEPTH = 50
BATCH = 500


class _RollbackError(Exception):
    """Raised to leave the crowd's transaction without a trace."""


@contextmanager
def crowd(*, students: int, postings: int) -> Iterator[list[StudentProfile]]:
    """Students with full lists and postings inside a transaction that is rolled back."""
    try:
        with transaction.atomic():
            offered = add_offers(postings)
            people = add_crowd(students)
            add_lists(people, offered)
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")  # as autovacuum does within a minute of such a load
            yield people
            raise _RollbackError
    except _RollbackError:
        return


def add_offers(count: int) -> list[Posting]:
    now = timezone.now()
    samples = world.postings()
    employers = ensure_employers(names=[e.name for e in world.employers()], now=now)
    rows = []
    for at in range(count):
        sample = samples[at % len(samples)]
        low, high = (round(value * 1000) for value in sample.role.pay)
        rows.append(
            NewPosting(
                employer_id=employers[sample.employer.name].pk,
                employer_name=sample.employer.name,
                fields={
                    "title": sample.role.titles[at % len(sample.role.titles)],
                    "description": texts.description(sample),
                    "pay_min": low,
                    "pay_max": high,
                    "region_text": sample.employer.place.city,
                    "source": "crowd",
                    "source_id": str(at),
                },
                state=PostingState.PUBLISHED,
            )
        )
    return add_postings(rows=rows, actor_id=None, now=now)


def add_crowd(count: int) -> list[StudentProfile]:
    university = Organisation.objects.create(kind=OrganisationKind.UNIVERSITY, name="压力测试大学")
    people: list[StudentProfile] = []
    for start in range(0, count, BATCH):
        entries = [
            RosterEntry(student_no=f"C{at:06d}", name=f"学生{at}", profile={"degree": 40})
            for at in range(start, min(start + BATCH, count))
        ]
        people += add_students(university=university, entries=entries, purposes=[Purpose.MATCHING])
    return people


def add_lists(people: list[StudentProfile], offered: list[Posting]) -> None:
    """A full list for everybody: the page's work does not depend on how scores came about."""
    now = timezone.now()
    sample = Match.objects.order_by("pk").first()
    criteria, checks = (sample.criteria, sample.checks) if sample else ([], [])
    for start in range(0, len(people), BATCH):
        block = people[start : start + BATCH]
        rows = [
            Match(
                student=student,
                posting=offered[(student.pk * 31 + 97 * place) % len(offered)],
                score=100 - place,
                percentile=0.99 - place / 100,
                coverage=0.8,
                band=Band.GOOD,
                criteria=criteria,
                checks=checks,
                encoder="crowd",
                weights_version="crowd",
                computed_at=now,
            )
            for student in block
            for place in range(min(DEPTH, len(offered)))
        ]
        copy_rows(rows)
        StudentSync.objects.bulk_create(
            StudentSync(student=student, revision=student.revision, engine="crowd", synced_at=now)
            for student in block
        )

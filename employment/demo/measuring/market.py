"""A large market for speed measurements: the demo world's students and postings many times over,
each copy with its own skills, places, wishes and employer. Written, never committed here."""

import dataclasses
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from employment.accounts.models import Organisation
from employment.demo import world
from employment.demo.load import add_school, new_posting
from employment.demo.people import entry_of
from employment.demo.picks import pick
from employment.postings.models import Employer
from employment.postings.services.employers import ensure_employers
from employment.postings.services.fields import NewPosting
from employment.postings.services.writing import add_postings
from employment.privacy.enums import Purpose
from employment.students.services.roster import RosterEntry, add_students

BATCH = 1000
SOURCE = "market"


@transaction.atomic
def add_market(*, students: int, postings: int) -> None:
    """Students with consent to matching, and open postings."""
    schools = {row.name: add_school(row) for row in world.SCHOOLS}
    for start in range(0, students, BATCH):
        rows = [some_student(at) for at in range(start, min(start + BATCH, students))]
        for school in world.SCHOOLS:
            add_students(
                university=schools[school.name],
                entries=[market_entry(row) for row in rows if row.school is school],
                purposes=[Purpose.MATCHING],
            )
    now = timezone.now()
    employers = ensure_employers(names=[row.name for row in world.employers()], now=now)
    offered = list(offers(postings, employers, schools))
    for start in range(0, postings, BATCH):
        add_postings(rows=offered[start : start + BATCH], actor_id=None, now=now)


def some_student(at: int) -> world.DemoStudent:
    rows = world.students()
    return dataclasses.replace(rows[at % len(rows)], number=at + 1)


def market_entry(row: world.DemoStudent) -> RosterEntry:
    return dataclasses.replace(entry_of(row), student_no=f"M{row.number:06d}")


def offers(
    count: int, employers: dict[str, Employer], schools: dict[str, Organisation]
) -> Iterator[NewPosting]:
    rows = world.postings()
    for at in range(count):
        offer = new_posting(
            dataclasses.replace(rows[at % len(rows)], number=at + 1), employers, schools
        )
        place = pick(world.places(), "title of", at)
        title = f"{pick(place.brands, 'brand of', at)}{offer.fields['title']}"
        offer.fields["title"] = title
        offer.fields["source"], offer.fields["source_id"] = SOURCE, str(at)
        yield offer

"""What a posting's text says gets into its columns and requirements here."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from employment.postings.enums import RequirementOrigin
from employment.postings.extraction import (
    EXTRACTION_VERSION,
    FieldHints,
    PostingReader,
    PostingReading,
    column_requirements,
    hints_of,
    posting_reader,
)
from employment.postings.models import Posting, PostingRequirement
from employment.postings.models.requirements import RequirementKind
from employment.postings.services.fields import READABLE_FIELDS
from employment.postings.services.revisions import mark_postings_changed
from employment.postings.services.search_index import index_postings
from matching.types import Requirement

BATCH = 500
LABEL_LIMIT = 200
# A posting has one floor of these kinds; what a person says about it replaces the text's.
FLOORS = frozenset({RequirementKind.DEGREE, RequirementKind.EXPERIENCE})


def extract_postings(*, posting_ids: Iterable[int]) -> int:
    """Read these postings' texts again, ``BATCH`` rows a transaction; returns how many."""
    ids = sorted(posting_ids)
    reader = posting_reader()
    for start in range(0, len(ids), BATCH):
        _extract_batch(ids[start : start + BATCH], reader)
    return len(ids)


@transaction.atomic
def _extract_batch(posting_ids: Sequence[int], reader: PostingReader) -> None:
    rows = Posting.objects.select_for_update(of=("self",)).filter(pk__in=posting_ids)
    for posting in rows.order_by("pk"):
        read_again(posting=posting, reader=reader)
    index_postings(posting_ids=posting_ids)
    mark_postings_changed(posting_ids=posting_ids)


@transaction.atomic
def read_again(*, posting: Posting, reader: PostingReader) -> None:
    """Refill what was read from the text; the caller holds the row's lock and announces it.

    Columns that a person filled and requirements that a person made or dismissed stay as they are.
    """
    rows = list(posting.requirements.all())
    read = [row for row in rows if row.origin == RequirementOrigin.TEXT]
    made = [row for row in rows if row.origin == RequirementOrigin.PERSON]
    posting.read_fields = [n for n in READABLE_FIELDS if _is_readable(posting, n)]
    for name in posting.read_fields:
        if name != "kind":
            setattr(posting, name, None)
    reading = reader.read(posting, _hints(posting, read))
    apply_reading(posting, reading)
    posting.save(update_fields=[*READABLE_FIELDS, "duties", "read_fields", "extraction_version"])
    PostingRequirement.objects.filter(pk__in=[row.pk for row in read]).delete()
    PostingRequirement.objects.bulk_create(requirement_rows(posting, reading, made))


def apply_reading(posting: Posting, reading: PostingReading) -> None:
    """Fill the columns named in ``read_fields``; those the text says nothing about stay empty."""
    for name in posting.read_fields:
        value = getattr(reading, name)
        if value is not None:
            setattr(posting, name, value)
    posting.duties = reading.duties
    posting.extraction_version = EXTRACTION_VERSION


def requirement_rows(
    posting: Posting, reading: PostingReading, made: Sequence[PostingRequirement] = ()
) -> list[PostingRequirement]:
    """Rows of what the text requires, without what people made or dismissed.

    A column that a person filled wins over the text: it is what the lists are filtered by.
    """
    taken = {_key(row.kind, row.label) for row in made} | set(posting.dismissed)
    taken_floors = {row.kind for row in made} & FLOORS
    wanted = [
        item
        for item in _agreed(posting, reading.requirements)
        if item.kind not in taken_floors and _key(item.kind, item.label) not in taken
    ]
    first = max((row.position for row in made), default=-1) + 1
    return [_row_of(posting, item, first + place) for place, item in enumerate(wanted)]


def dismissal_of(row: PostingRequirement) -> str:
    """The mark by which a deleted requirement is not read from the text again."""
    return _key(row.kind, row.label)


def _agreed(posting: Posting, read: Sequence[Requirement]) -> list[Requirement]:
    said = {(item.kind, item.minimum) for item in read}
    stated = [
        item for item in column_requirements(posting) if (item.kind, item.minimum) not in said
    ]
    overruled = {item.kind for item in stated}
    return [*stated, *(item for item in read if item.kind not in overruled)]


def _hints(posting: Posting, read: Sequence[PostingRequirement]) -> FieldHints:
    """What a source's columns once said, unless a person has filled the column since."""
    unquoted = [row for row in read if row.kind in FLOORS and not row.sentence]
    column = {RequirementKind.DEGREE: "degree_floor", RequirementKind.EXPERIENCE: "experience_min"}
    return hints_of(
        [
            (row.kind, row.minimum)
            for row in unquoted
            if column[RequirementKind(row.kind)] in posting.read_fields
        ]
    )


def _row_of(posting: Posting, item: Requirement, position: int) -> PostingRequirement:
    return PostingRequirement(
        posting=posting,
        position=position,
        kind=item.kind.value,
        strength=item.strength.value,
        label=item.label[:LABEL_LIMIT],
        codes=list(item.codes),
        minimum=item.minimum,
        related=item.related,
        hard=item.hard,
        sentence=item.sentence,
        start=item.start,
        end=item.end,
        origin=RequirementOrigin.TEXT,
    )


def _is_readable(posting: Posting, name: str) -> bool:
    return name in posting.read_fields or getattr(posting, name) is None


def _key(kind: str, label: str) -> str:
    return f"{kind}:{label}"[:LABEL_LIMIT]

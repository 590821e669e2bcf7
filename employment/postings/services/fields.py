"""What a writer may say about a posting, and how it gets into the row."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypedDict

from employment.postings.enums import PostingState
from employment.postings.extraction import FieldHints
from employment.postings.models import Posting
from matching.normalise.text import clean_text

# Columns that stay empty unless somebody fills them: then the text is asked.
READABLE_FIELDS = (
    "kind",
    "degree_floor",
    "experience_min",
    "fresh_only",
    "seats",
)
NO_HINTS = FieldHints()
TEXT_FIELDS = frozenset({"title", "description"})


class PostingFields(TypedDict, total=False):
    """Columns of a posting by name. ``None`` or absence leaves a readable column to the text."""

    title: str
    description: str
    kind: str | None
    occupation_id: str | None
    industry_id: str | None
    region_codes: Sequence[str]
    region_text: str
    pay_min: int | None
    pay_max: int | None
    pay_unit: str
    pay_months: int | None
    pay_text: str
    pay_negotiable: bool
    degree_floor: int | None
    experience_min: Decimal | None
    fresh_only: bool | None
    seats: int | None
    deadline: dt.date | None
    posted_on: dt.date | None
    source: str
    source_id: str
    fingerprint: str
    tags: str


@dataclass(frozen=True, slots=True)
class NewPosting:
    """A posting to be written; ``employer_name`` is what full text search finds it by.

    ``hints``: a source's own degree and experience columns. They fill what the text leaves open,
    whereas ``degree_floor`` and ``experience_min`` among the fields overrule the text.
    """

    employer_id: int
    employer_name: str
    fields: PostingFields
    audience_id: int | None = None
    state: PostingState = PostingState.DRAFT
    hints: FieldHints = NO_HINTS


def clean_fields(fields: PostingFields) -> PostingFields:
    """Texts as they are kept: no markup, no odd bullets, one kind of line end."""
    cleaned = fields.copy()
    if "description" in cleaned:
        cleaned["description"] = clean_text(cleaned["description"]).value
    if "title" in cleaned:
        cleaned["title"] = clean_text(cleaned["title"]).value
    return cleaned


def column_values(fields: PostingFields) -> dict[str, Any]:
    """The model's own columns among the fields; an empty readable one is left to the text."""
    return {
        name: value
        for name, value in fields.items()
        if name != "region_codes" and not (name in READABLE_FIELDS and value is None)
    }


def assign_fields(posting: Posting, fields: PostingFields) -> set[str]:
    """Put the fields into the row; returns the names of those that differ from before.

    What a person sets is no longer read from the text, what a person empties is.
    """
    changed = set()
    for name, value in fields.items():
        if name == "region_codes" or (name == "kind" and value is None):
            continue
        if getattr(posting, name) != value:
            setattr(posting, name, value)
            changed.add(name)
    posting.read_fields = [name for name in posting.read_fields if name not in changed]
    return changed

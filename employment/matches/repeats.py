"""A text that an employer publishes under several titles or places takes one place in a list."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import MD5, Length, Replace

from employment.matches.models import Match

# A shorter text may well be shared by different jobs.
TELLING_CHARS = 80
# What the student has acted on stands for the others, then what fits best.
ORDER = ("-has_applied", "-is_saved", "short", "-score", "posting_id")


@dataclass(frozen=True, slots=True)
class Copy:
    posting_id: int
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class Overview:
    """``bands`` counts the entries shown; ``hidden`` are matches for which another of the same
    employer and text stands, and ``copies`` tells them by that one."""

    bands: Counter[str] = field(default_factory=Counter)
    hidden: set[int] = field(default_factory=set)
    copies: dict[int, list[Copy]] = field(default_factory=dict)


def _without(space: str, text: F | Replace) -> Replace:
    return Replace(text, Value(space), Value(""), output_field=TextField())


def overview(rows: QuerySet[Match]) -> Overview:
    """Of one student's list (``selectors.student_matches``); one query. Line ends do not count."""
    found, standing = Overview(), dict[tuple[int, str], int]()
    told = rows.annotate(
        text=MD5(_without(" ", _without("\n", F("posting__description")))),
        chars=Length("posting__description"),
        employer=F("posting__employer"),
        title=F("posting__title"),
        region=F("posting__region_text"),
    ).order_by(*ORDER)
    for row in told.values(
        "pk", "posting_id", "band", "text", "chars", "employer", "title", "region"
    ):
        key = row["employer"], row["text"]
        if row["chars"] >= TELLING_CHARS and key in standing:
            found.hidden.add(row["pk"])
            copy = Copy(row["posting_id"], row["title"], row["region"])
            found.copies.setdefault(standing[key], []).append(copy)
        else:
            standing[key] = row["pk"]
            found.bands[row["band"]] += 1
    return found

"""Search for the pickers, and the texts people picked or typed back to rows."""

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from employment.taxonomy import rules
from employment.taxonomy.models import ReferenceEntry

Entry = TypeVar("Entry", bound=ReferenceEntry)
_SEPARATORS = re.compile(r"[,，;；\n]")
SEARCH_LIMIT = 20


class Picked(NamedTuple, Generic[Entry]):
    """`rows` in the order of the text; `unknown` are the texts that name no row."""

    rows: list[Entry]
    unknown: list[str]


def search_entries(
    entries: "QuerySet[Entry]", query: str, *, limit: int = SEARCH_LIMIT
) -> list[Entry]:
    """Rows with a spelling that is, begins with, or contains the query, in this order.

    Also understands pinyin initials and codes. An empty query gives the first rows.
    """
    folded = rules.fold(query).replace("|", " ")
    found = entries.filter(search_text__contains=folded) if folded else entries
    closeness = Case(
        When(search_text__startswith=f"|{folded}|", then=0),
        When(search_text__contains=f"|{folded}|", then=1),
        When(search_text__startswith=f"|{folded}", then=2),
        When(search_text__contains=f"|{folded}", then=3),
        default=4,
        output_field=IntegerField(),
    )
    ordering = entries.query.order_by or entries.model._meta.ordering or ("pk",)
    ranked = found.annotate(closeness=closeness if folded else Value(0))
    return list(ranked.order_by("closeness", *ordering)[:limit])


def pick_rows(entries: "QuerySet[Entry]", text: str) -> Picked[Entry]:
    """Read a picker's text box: names separated by commas, as picked, as printed, or as codes."""
    texts = list(dict.fromkeys(t for part in _SEPARATORS.split(text) if (t := part.strip())))
    found = _named(entries, texts)
    rows = {row.pk: row for written in texts if (row := found.get(rules.fold(written)))}
    return Picked(list(rows.values()), [t for t in texts if rules.fold(t) not in found])


def _named(entries: "QuerySet[Entry]", texts: Iterable[str]) -> dict[str, Entry]:
    """Folded text → row; a picked text before a code before a printed name."""
    wanted = {rules.fold(text) for text in texts}
    anywhere = Q()
    for text in wanted:
        anywhere |= Q(search_text__contains=f"|{text}|")
    anywhere |= Q(pick_text__in=list(texts)) | Q(pick_text_en__in=list(texts))
    found: dict[str, Entry] = {}
    candidates = list(entries.filter(anywhere)) if wanted else []
    for spelling in (
        lambda row: (row.pick_text, row.pick_text_en),
        lambda row: (str(row.pk),),
        lambda row: (row.name, row.name_en),
        lambda row: row.search_text.split("|"),
    ):
        for row in candidates:
            for text in map(rules.fold, spelling(row)):
                if text in wanted:
                    found.setdefault(text, row)
    return found

"""Search for the pickers, and the texts people picked or typed back to rows."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from django.db.models import Case, IntegerField, Q, QuerySet, TextChoices, Value, When

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
    """Rows with a spelling that is, begins with, or contains the query; then as `entries` are.

    Also understands pinyin initials and codes. An empty query gives the first rows.
    """
    folded = rules.fold(query).replace("|", " ")
    found = entries.filter(search_text__contains=folded) if folded else entries
    closeness = Case(
        When(search_text__contains=f"|{folded}|", then=0),
        When(search_text__contains=f"|{folded}", then=1),
        default=2,
        output_field=IntegerField(),
    )
    ordering = entries.query.order_by or entries.model._meta.ordering or ("pk",)
    ranked = found.annotate(closeness=closeness if folded else Value(0))
    return list(ranked.order_by("closeness", *ordering)[:limit])


def level_order(choices: type[TextChoices], *, last_first: bool = False) -> Case:
    """Sort by level as the enum lists it."""
    values = reversed(choices.values) if last_first else choices.values
    return Case(
        *(When(level=value, then=place) for place, value in enumerate(values)),
        output_field=IntegerField(),
    )


def pick_rows(entries: "QuerySet[Entry]", text: str) -> Picked[Entry]:
    """Read a picker's text box: names separated by commas, as picked, as printed, or as codes."""
    texts = list(dict.fromkeys(t for part in _SEPARATORS.split(text) if (t := part.strip())))
    found = _named(entries, texts)
    rows = {row.pk: row for written in texts if (row := found.get(rules.fold(written)))}
    return Picked(list(rows.values()), [t for t in texts if rules.fold(t) not in found])


def _named(entries: "QuerySet[Entry]", texts: Iterable[str]) -> dict[str, Entry]:
    """Folded text → row: a picked text before a code before any other spelling."""
    wanted = {rules.fold(text) for text in texts}
    anywhere = Q()
    for column in ("pick_text", "pick_text_en", "name", "name_en", "pk"):
        anywhere |= Q(**{f"{column}__in": list(texts)})
    for text in wanted:
        anywhere |= Q(search_text__contains=f"|{text}|")
    candidates = list(entries.filter(anywhere)) if wanted else []
    found = _by_spelling(reversed(candidates), lambda row: (row.pick_text_en, row.pick_text))
    for text, row in _by_spelling(candidates, lambda row: (str(row.pk),)).items():
        found.setdefault(text, row)
    for text in wanted - found.keys():
        found.update((text, row) for row in _only_namesake(candidates, text))
    return found


def _by_spelling(
    rows: Iterable[Entry], spellings: Callable[[Entry], tuple[str, ...]]
) -> dict[str, Entry]:
    return {rules.fold(text): row for row in rows for text in spellings(row)}


def _only_namesake(candidates: Sequence[Entry], text: str) -> list[Entry]:
    """The first row spelt so, in the order of `entries`, unless its level has another one."""
    namesakes = [row for row in candidates if text in _spellings(row)]
    levels = [getattr(row, "level", None) for row in namesakes]  # skills have no level
    return [] if levels[1:2] == levels[:1] else namesakes[:1]


def _spellings(row: ReferenceEntry) -> set[str]:
    return {rules.fold(row.name), rules.fold(row.name_en), *row.search_text.split("|")}

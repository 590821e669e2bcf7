"""The word lists of ``data/words.csv`` and ``data/tech_names.csv``, read once a process."""

import csv
import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def words(name: str, language: str) -> tuple[str, ...]:
    """The list ``name`` in ``language``, longest first; raises ``KeyError`` for no such list."""
    return _lists()[name, language]


@cache
def pattern(name: str, language: str) -> re.Pattern[str]:
    """Any word of the list; an English one stands alone, in any case."""
    alternatives = "|".join(re.escape(word) for word in words(name, language))
    if language == "en":
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
    return re.compile(alternatives)


@cache
def tech_names() -> tuple[tuple[re.Pattern[str], str], ...]:
    """(wrong spelling standing alone, right spelling)."""
    with (DATA / "tech_names.csv").open(encoding="utf-8") as file:
        return tuple(
            (
                re.compile(rf"(?<![A-Za-z0-9@/._-]){re.escape(wrong)}(?![A-Za-z0-9@/_-])"),
                row["right"],
            )
            for row in csv.DictReader(file)
            for wrong in row["wrong"].split("|")
        )


@cache
def _lists() -> dict[tuple[str, str], tuple[str, ...]]:
    with (DATA / "words.csv").open(encoding="utf-8") as file:
        return {
            (row["list"], row["language"]): tuple(
                sorted(row["words"].split("|"), key=lambda word: (-len(word), word))
            )
            for row in csv.DictReader(file)
        }

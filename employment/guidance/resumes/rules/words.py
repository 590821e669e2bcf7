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
def proper_names() -> re.Pattern[str]:
    """Names that English writes with a capital, here without one."""
    names = "|".join(words("proper_name", "en"))
    return re.compile(rf"(?<![\w@./-])(?:{names})(?![\w@/-]|\.\w)")


@cache
def tech_names() -> tuple[tuple[re.Pattern[str], str], ...]:
    """(wrong spelling standing alone, right spelling)."""
    with (DATA / "tech_names.csv").open(encoding="utf-8") as file:
        rows = [(row["right"], row["wrong"].split("|")) for row in csv.DictReader(file)]
    return tuple(
        (_alone(wrong, right), right) for right, listed in rows for wrong in listed
    ) + tuple(
        (_alone(name, right, re.IGNORECASE), right) for right, _ in rows for name in _humped(right)
    )


def _alone(wrong: str, right: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    but_right = rf"(?-i:(?!{re.escape(right)}(?![A-Za-z0-9])))"
    bounds = r"(?<![A-Za-z0-9@/._-])", r"(?![A-Za-z0-9@/_-])"
    return re.compile(f"{bounds[0]}{but_right}{re.escape(wrong)}{bounds[1]}", flags)


def _humped(right: str) -> tuple[str, ...]:
    """A name with capitals inside is wrong in any other case, and with a space between."""
    humps = re.findall(r"[A-Z]+[a-z]+|[A-Z]+$", right)
    is_humped = len(humps) > 1 and "".join(humps) == right
    return (right, " ".join(humps)) if is_humped else ()


@cache
def _lists() -> dict[tuple[str, str], tuple[str, ...]]:
    with (DATA / "words.csv").open(encoding="utf-8") as file:
        return {
            (row["list"], row["language"]): tuple(
                sorted(row["words"].split("|"), key=lambda word: (-len(word), word))
            )
            for row in csv.DictReader(file)
        }

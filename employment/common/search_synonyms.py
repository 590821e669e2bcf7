"""Other words for the same thing, and where a text uses one of them."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

FILE = Path(__file__).parent / "search_synonyms.csv"
MAX_ALTERNATIVES = 10
MIN_LENGTH = 2
LATIN = re.compile(r"[a-z0-9+#]")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a query; ``alternatives`` are empty where nothing else is known for it."""

    text: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Synonyms:
    """``others``: a folded term → what else it is called, the closest first."""

    others: Mapping[str, tuple[str, ...]]
    longest: int

    @classmethod
    def from_groups(cls, groups: Iterable[Sequence[str]]) -> Self:
        """Each group: names of one thing. Of a term in several groups the first group leads."""
        found: dict[str, dict[str, str]] = {}
        for group in groups:
            for name in group:
                if len(name) >= MIN_LENGTH:
                    others = found.setdefault(fold(name), {})
                    for other in group:
                        others.setdefault(fold(other), other)
        limited = {term: _without(term, others) for term, others in found.items()}
        return cls(limited, max(map(len, limited), default=0))

    def of(self, text: str) -> tuple[str, ...]:
        return self.others.get(fold(text), ())

    def parts(self, text: str) -> list[Part]:
        """The text cut at known terms, the longest first from the left."""
        return [part for part in self._parts_of(fold(text)) if part.text.strip()]

    def _parts_of(self, word: str) -> Iterator[Part]:
        start = position = 0
        while position < len(word):
            end = self._term_end(word, position)
            if not end:
                position += 1
                continue
            if start < position:
                yield Part(word[start:position])
            yield Part(word[position:end], self.of(word[position:end]))
            start = position = end
        if start < len(word):
            yield Part(word[start:])

    def _term_end(self, word: str, start: int) -> int:
        """Where the longest term that begins here ends; 0 without one."""
        for end in range(min(len(word), start + self.longest), start + 1, -1):
            if word[start:end] in self.others and _stands_alone(word, start, end):
                return end
        return 0


def fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


@lru_cache(maxsize=1)
def everyday_groups() -> tuple[tuple[str, ...], ...]:
    """Everyday names of work in Chinese and English, written for this product."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        return tuple(tuple(row) for row in csv.reader(rows))


def _without(term: str, others: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for key, name in others.items() if key != term)[:MAX_ALTERNATIVES]


def _stands_alone(word: str, start: int, end: int) -> bool:
    """A Latin term is not cut out of a longer Latin word."""
    before = start and LATIN.match(word[start - 1]) and LATIN.match(word[start])
    after = end < len(word) and LATIN.match(word[end]) and LATIN.match(word[end - 1])
    return not before and not after

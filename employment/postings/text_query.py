"""A typed text as full text queries: with its own words, and with other words for them."""

from dataclasses import dataclass
from typing import NamedTuple, Self

from employment.common.search_synonyms import Part, Synonyms, fold
from employment.postings.segmentation import query_literal, query_words


class Alternative(NamedTuple):
    """``other`` stands for the ``written`` part of a query."""

    written: str
    other: str


@dataclass(frozen=True, slots=True)
class TextQuery:
    """``exact``, ``wide`` and ``loose`` are ``tsquery`` literals: all words; synonyms of words in
    their place; any of the words. Empty when there is nothing to look up."""

    text: str
    exact: str
    wide: str
    loose: str
    words: tuple[str, ...]
    alternatives: tuple[Alternative, ...]

    @classmethod
    def of(cls, text: str, synonyms: Synonyms) -> Self:
        words, parts = query_words(text), synonyms.parts(text)
        alternatives = [Alternative(part.text, name) for part in parts for name in _others(part)]
        return cls(
            text=fold(text),
            exact=query_literal(words),
            wide=" & ".join(filter(None, map(_part_literal, parts))) if alternatives else "",
            loose=" | ".join(query_literal([word]) for word in words) if len(words) > 1 else "",
            words=tuple(words),
            alternatives=tuple(alternatives),
        )

    @property
    def with_synonyms(self) -> str:
        return " | ".join(f"({each})" for each in (self.exact, self.wide) if each)


def _part_literal(part: Part) -> str:
    own = query_literal(query_words(part.text))
    others = (query_literal(query_words(name), beginnings=False) for name in _others(part))
    distinct = list(dict.fromkeys(filter(None, (own, *others))))
    return f"({' | '.join(f'({each})' for each in distinct)})" if distinct else ""


def _others(part: Part) -> list[str]:
    """Names that say more than the part with something added (Java 语言)."""
    return [name for name in part.alternatives if part.text not in fold(name)]

"""What a list of results says about each row: the words found, and why it is here at all."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from employment.common.search_synonyms import fold
from employment.postings.models import Posting
from employment.postings.selectors import Found
from employment.postings.text_query import TextQuery

BEFORE, AFTER = 18, 42


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A posting with its title in pieces, the words found in its text, and the reason why it was
    found when the title does not tell."""

    posting: Posting
    title: Sequence[Piece]
    excerpt: Sequence[Piece] = ()
    reason: str = ""


def found_cards(postings: Iterable[Posting], found: Found | None) -> list[FoundCard]:
    if found is None:
        return [FoundCard(posting, [Piece(posting.title)]) for posting in postings]
    return [_card(posting, found) for posting in postings]


def marked(text: str, words: Iterable[str]) -> list[Piece]:
    """The whole text in pieces, the words marked wherever they stand."""
    wanted = sorted(filter(None, set(words)), key=len, reverse=True)
    if not wanted:
        return [Piece(text)]
    pattern = re.compile("|".join(map(re.escape, wanted)), re.IGNORECASE)
    edges = [0, *(edge for hit in pattern.finditer(text) for edge in hit.span()), len(text)]
    return [
        Piece(text[start:end], bool(place % 2))
        for place, (start, end) in enumerate(pairwise(edges))
        if start < end
    ]


def _card(posting: Posting, found: Found) -> FoundCard:
    words = (found.query.text, *found.query.words)
    title = marked(posting.title, words)
    if posting.pk in found.near:
        return FoundCard(posting, title, reason=_("Near in meaning"))
    if any(piece.is_marked for piece in title):
        return FoundCard(posting, title)
    return _explained(posting, found.query, words)


def _explained(posting: Posting, query: TextQuery, words: Iterable[str]) -> FoundCard:
    """For a hit whose title has none of the words: a synonym in sight, or the place in the text."""
    shown = fold(" ".join((posting.title, *_labels(posting))))
    for written, other in query.alternatives:
        if fold(other) in shown and written not in shown:
            title = marked(posting.title, [other])
            return FoundCard(posting, title, reason=f"{written} ≈ {other}")
    return FoundCard(posting, [Piece(posting.title)], _excerpt(posting.description, words))


def _labels(posting: Posting) -> list[str]:
    return [skill.label for skill in getattr(posting, "skill_requirements", ())]


def _excerpt(text: str, words: Iterable[str]) -> list[Piece]:
    """The first place that has one of the words, with a little around it."""
    line = " ".join(text.split())
    wanted = [word for word in words if word]
    places = [at for word in wanted if (at := line.lower().find(word)) >= 0]
    if not places:
        return []
    start, end = max(0, min(places) - BEFORE), min(places) + AFTER
    cut = f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
    return marked(cut, wanted)

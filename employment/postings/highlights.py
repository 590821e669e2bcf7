"""Marks in a posting's text the places that requirements were read from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from employment.postings.models import PostingRequirement


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what was read from it; no labels, no mark."""

    text: str
    labels: tuple[str, ...] = ()
    is_preferred: bool = False


def marked_paragraphs(text: str, requirements: Iterable[PostingRequirement]) -> list[list[Piece]]:
    """The text's lines as pieces; together they are the whole text."""
    paragraphs: list[list[Piece]] = [[]]
    for piece in marked_pieces(text, requirements):
        lines = piece.text.splitlines() or [""]
        for number, line in enumerate(lines):
            if number:
                paragraphs.append([])
            if line.strip():
                paragraphs[-1].append(Piece(line, piece.labels, piece.is_preferred))
        if piece.text.endswith("\n"):
            paragraphs.append([])
    return [paragraph for paragraph in paragraphs if paragraph]


def marked_pieces(text: str, requirements: Iterable[PostingRequirement]) -> list[Piece]:
    located = [r for r in requirements if r.end > r.start and r.end <= len(text)]
    edges = sorted({0, len(text), *(r.start for r in located), *(r.end for r in located)})
    return [_piece(text, start, end, located) for start, end in pairwise(edges)]


def _piece(text: str, start: int, end: int, located: Sequence[PostingRequirement]) -> Piece:
    covering = [r for r in located if r.start <= start and end <= r.end]
    labels = tuple(dict.fromkeys(f"{r.get_kind_display()} · {r.label}" for r in covering))
    is_preferred = bool(covering) and all(r.strength == "preferred" for r in covering)
    return Piece(text[start:end], labels, is_preferred)

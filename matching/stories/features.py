"""Sentences as one row of numbers: sense, what is written, how it is built, and cues."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from matching.stories.cues import cues
from matching.stories.pieces import Piece, Pieces, bare, pieces_of
from matching.types import Encoder

Array = NDArray[np.float64]
MIN_SENTENCES = 2
# What each view may weigh: chosen across writers, see docs/quality/interview.md.
SENSE, WRITTEN, BUILT, CUE = 0.8, 1.3, 1.2, 0.4


@dataclass(frozen=True, slots=True)
class Sentences:
    """``senses`` are unit rows of the encoder, ``cues`` where each cue was found."""

    pieces: list[Pieces]
    cues: list[dict[int, Piece]]
    senses: Array

    @classmethod
    def read(cls, texts: Sequence[str], encoder: Encoder) -> "Sentences":
        texts = [bare(text) for text in texts]
        senses = np.asarray(encoder.encode(texts, "document"), dtype=np.float64)
        return cls([pieces_of(text) for text in texts], [_found(text) for text in texts], senses)

    def __len__(self) -> int:
        return len(self.pieces)


def _found(text: str) -> dict[int, Piece]:
    found = ((at, cue.search(text)) for at, cue in enumerate(cues()))
    return {at: Piece(match.group(), *match.span()) for at, match in found if match}


@dataclass(frozen=True)
class Terms:
    """Known pieces of one view with their rarity; rows are of length one."""

    keys: tuple[str, ...]
    rarity: Array

    @classmethod
    def learned(cls, sentences: Sequence[Sequence[Piece]]) -> "Terms":
        counts = Counter(key for pieces in sentences for key in {piece.key for piece in pieces})
        keys = tuple(sorted(key for key, count in counts.items() if count >= MIN_SENTENCES))
        size = 1 + len(sentences)
        return cls(keys, np.array([math.log(size / (1 + counts[key])) + 1 for key in keys]))

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {key: column for column, key in enumerate(self.keys)}

    def row(self, pieces: Sequence[Piece]) -> dict[int, float]:
        found = {self._columns[p.key] for p in pieces if p.key in self._columns}
        length = math.sqrt(sum(self.rarity[column] ** 2 for column in found)) or 1.0
        return {column: float(self.rarity[column] / length) for column in sorted(found)}

    def places(self, pieces: Sequence[Piece]) -> list[tuple[int, Piece]]:
        return [(self._columns[p.key], p) for p in pieces if p.key in self._columns]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    written: Terms
    built: Terms

    @classmethod
    def learned(cls, sentences: Sentences) -> "Vocabulary":
        return cls(
            Terms.learned([one.written for one in sentences.pieces]),
            Terms.learned([one.built for one in sentences.pieces]),
        )

    def rows(self, sentences: Sentences) -> sparse.csr_matrix:
        """Columns: sense, written, built, cues."""
        written = [self.written.row(one.written) for one in sentences.pieces]
        built = [self.built.row(one.built) for one in sentences.pieces]
        found = [dict.fromkeys(one, 1.0) for one in sentences.cues]
        views = (
            sparse.csr_matrix(SENSE * sentences.senses),
            WRITTEN * _matrix(written, len(self.written.keys)),
            BUILT * _matrix(built, len(self.built.keys)),
            CUE * _matrix(found, len(cues())),
        )
        return sparse.hstack(views).tocsr()


def _matrix(rows: Sequence[dict[int, float]], width: int) -> sparse.csr_matrix:
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.array([column for row in rows for column in row], dtype=np.int64)
    values = np.array([value for row in rows for value in row.values()])
    return sparse.csr_matrix((values, columns, starts), shape=(len(rows), width))

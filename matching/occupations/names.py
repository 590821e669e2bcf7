"""The classification's own names as views: how near a title is to the nearest name of a code."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching.columns import Array
from matching.fusion import fuse, standardise
from matching.lexical import similarities
from matching.occupations.features import TitleReader, Titles
from matching.occupations.types import OccupationRow
from matching.types import Encoder

DEFINITION_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Views:
    """Titles × codes, each the cosine with the code's nearest name."""

    dense: Array
    headed: Array
    lexical: Array


class Names:
    """All names of all codes. ``owner``: the row of each name's code."""

    def __init__(self, rows: Sequence[OccupationRow], reader: TitleReader) -> None:
        named = [(name, at) for at, row in enumerate(rows) for name in row.names]
        self.size = len(rows)
        self.owner = np.array([at for _, at in named], dtype=np.int64)
        self.titles: Titles = reader.read([name for name, _ in named])

    def views(self, titles: Titles) -> Views:
        return Views(
            self._by_code(titles.dense @ self.titles.dense.T),
            self._by_code(titles.headed @ self.titles.headed.T),
            self._by_code(similarities(titles.lexical, self.titles.lexical)),
        )

    def _by_code(self, by_name: Array) -> Array:
        best = np.full((self.size, by_name.shape[0]), -1.0, dtype=np.float32)
        np.maximum.at(best, self.owner, by_name.T)
        return best.T


class Definitions:
    """Dense similarity to definitions; without one the median, neither for nor against."""

    def __init__(self, rows: Sequence[OccupationRow], encoder: Encoder) -> None:
        self._known = np.array([bool(row.definition) for row in rows], dtype=bool)
        texts = [row.definition or row.name for row in rows]
        self._rows = encoder.encode(texts, "document")

    def scores(self, titles: Titles) -> Array:
        scores = np.asarray(titles.dense @ self._rows.T, dtype=np.float64)
        if self._known.any():
            middle = np.median(scores[:, self._known], axis=1)
            scores[:, ~self._known] = middle[:, None]
        return scores


def fused(views: Views, definitions: Array) -> Array:
    """One score a code where nothing has been learned from labels."""
    parts = [views.dense, views.headed, views.lexical, definitions]
    return standardise(fuse(parts, [1.0, 1.0, 1.5, DEFINITION_SHARE]))

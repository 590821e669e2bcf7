"""From views to scores and from scores to the codes with their confidence: learned, or not."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np

from matching.columns import Array
from matching.occupations.choice import Groups, find_candidates
from matching.occupations.features import Titles
from matching.occupations.learned import Learned
from matching.occupations.names import Definitions, Views, fused
from matching.occupations.types import OccupationRow
from matching.types import Encoder

LEAD_SCALE = 1.0
PLAIN_RANGE = 6.0  # standardised scores of right codes against the 0–1 of labels


class Ranked(NamedTuple):
    """``place``: of the code in the table."""

    place: int
    score: float
    confidence: float


class Ranker(Protocol):
    def scores(self, titles: Titles, views: Views) -> Array:
        """Titles × codes, about 1 for a right code and 0 for a wrong one."""

    def best(self, scores: Array, views: Views, seen: Array, limit: int) -> list[list[Ranked]]:
        """``seen``: how often people corrected a title to a code."""


class LearnedRanker:
    """Scores and choice learned from labelled titles; confidence is the chance of being right."""

    def __init__(self, learned: Learned, codes: Sequence[str]) -> None:
        place = {code: at for at, code in enumerate(codes)}
        self._learned = learned.placed([place.get(code, -1) for code in learned.codes], len(codes))
        self._groups = Groups.of(codes)

    def scores(self, titles: Titles, views: Views) -> Array:
        return self._learned.linear.scores(titles)

    def best(self, scores: Array, views: Views, seen: Array, limit: int) -> list[list[Ranked]]:
        found = find_candidates(scores, views, self._learned.seen + seen, self._groups)
        shares = self._learned.choice.shares(found.features)
        chances = self._learned.choice.confidence(shares)
        order = np.argsort(-shares, axis=1, kind="stable")[:, :limit]
        return [
            [Ranked(int(row[at]), float(share[at]), float(chance[at])) for at in best]
            for row, share, chance, best in zip(found.codes, shares, chances, order, strict=True)
        ]


class PlainRanker:
    """Equal-weight fusion of the views; confidence only rises with the lead over the second."""

    def __init__(self, rows: Sequence[OccupationRow], encoder: Encoder) -> None:
        self._definitions = Definitions(rows, encoder)

    def scores(self, titles: Titles, views: Views) -> Array:
        return fused(views, self._definitions.scores(titles)) / PLAIN_RANGE

    def best(self, scores: Array, views: Views, seen: Array, limit: int) -> list[list[Ranked]]:
        return [_leading(row * PLAIN_RANGE, limit) for row in scores]


def ranker_of(learned: Learned | None, rows: Sequence[OccupationRow], encoder: Encoder) -> Ranker:
    if learned is None:
        return PlainRanker(rows, encoder)
    return LearnedRanker(learned, [row.code for row in rows])


def _leading(scores: Array, limit: int) -> list[Ranked]:
    order = np.lexsort((np.arange(len(scores)), -scores))[: max(limit, 2)]
    lead = scores[order[0]] - scores[order[1]] if len(order) > 1 else LEAD_SCALE
    sure = float(1 - np.exp(-lead / LEAD_SCALE))
    return [
        Ranked(int(at), float(scores[at]), sure if rank == 0 else 0.0)
        for rank, at in enumerate(order[:limit])
    ]

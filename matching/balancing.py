"""Spread attention over postings: a reciprocal score discounted by demand per seat.

Off by default (strength 0). A move is explained by its rank before and after and by the demand
that caused it; nobody loses an own top three. Source: research on congestion in job
recommendation (Naya et al. 2021, Tomita et al. 2023); one explainable knob instead of transport.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

KEPT = 3
MAX_LOSS = 0.2


@dataclass(frozen=True, slots=True)
class Wish:
    """An eligible pair as both sides see it, scores in 0–1."""

    candidate: int
    vacancy: int
    mine: float
    theirs: float

    @property
    def mutual(self) -> float:
        """Harmonic mean: high only where both sides gain."""
        total = self.mine + self.theirs
        return 2 * self.mine * self.theirs / total if total > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """A posting in one student's list. ``base_rank`` counts from 1, before any discount; it was
    shown to ``demand`` students per seat."""

    vacancy: int
    score: float
    base_rank: int
    demand: float

    def moved_by(self, rank: int) -> int:
        """Places gained (positive) or lost against the list without discount."""
        return self.base_rank - rank


def balance(
    wishes: Sequence[Wish],
    seats: Mapping[int, int | None],
    *,
    strength: float = 0.0,
    k: int = 20,
    kept: int = KEPT,
    max_loss: float = MAX_LOSS,
) -> dict[int, list[Place]]:
    """Lists of ``k`` per candidate by mutual score over demand per seat to the power ``strength``.

    Unknown seats count as one. Each student's first ``kept`` stay where they are, and a list that
    would lose more than ``max_loss`` of its mutual score is left as it was.
    """
    by_candidate: dict[int, list[Wish]] = {}
    for wish in wishes:
        by_candidate.setdefault(wish.candidate, []).append(wish)
    base = {
        key: sorted(group, key=lambda w: (-w.mutual, w.vacancy))
        for key, group in sorted(by_candidate.items())
    }
    demand = _demand(base, seats, k)
    return {key: _list(group, demand, strength, k, kept, max_loss) for key, group in base.items()}


def _demand(
    base: Mapping[int, Sequence[Wish]], seats: Mapping[int, int | None], k: int
) -> dict[int, float]:
    """Expected attention per seat: mutual scores weighted by how likely a rank is looked at."""
    attention: dict[int, float] = {}
    for group in base.values():
        for rank, wish in enumerate(group[:k], start=1):
            seen = wish.mutual / float(np.log2(rank + 1))
            attention[wish.vacancy] = attention.get(wish.vacancy, 0.0) + seen
    return {key: total / max(seats.get(key) or 1, 1) for key, total in attention.items()}


def _list(
    group: Sequence[Wish],
    demand: Mapping[int, float],
    strength: float,
    k: int,
    kept: int,
    max_loss: float,
) -> list[Place]:
    places = [
        Place(wish.vacancy, _discounted(wish, demand, strength), rank, demand.get(wish.vacancy, 0))
        for rank, wish in enumerate(group, start=1)
    ]
    order = sorted(places[kept:], key=lambda place: (-place.score, place.vacancy))
    moved = [*places[:kept], *order][:k]
    gain = sum(group[place.base_rank - 1].mutual for place in moved)
    best = sum(wish.mutual for wish in group[:k])
    return moved if gain >= (1 - max_loss) * best else places[:k]


def _discounted(wish: Wish, demand: Mapping[int, float], strength: float) -> float:
    pressure = max(demand.get(wish.vacancy, 0.0), 1.0)
    return wish.mutual / float(pressure**strength)

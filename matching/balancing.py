"""Spread attention over postings: a reciprocal score discounted by demand per seat.

A list keeps its first places; behind them a posting counts as what the student gains times what
the employer gains, divided by the demand for its seats to the power ``strength``. Nobody's shown
list loses more than a fixed share of its own relevance: a student who would lose more is balanced
less. Sources: congestion in job recommendation (Naya et al. 2021; Tomita et al. 2023), measured
against transport and transferable utility in the research notes; one knob, explainable by counts.
"""

from dataclasses import dataclass

import numpy as np

from matching.columns import Array
from matching.criteria import CRITERIA, Weights
from matching.types import MatchScore

# What the employer sees of a candidate; the rest of a score is what the student wants.
EMPLOYER_SIDE = ("skills", "experience", "field")
SHOWN = 20
KEPT = 3
MAX_LOSS = 0.08
ROUNDS = 5
CALM = 0.1
DEFAULT_STRENGTH = 0.25
STEPS = 10
TINY = 1e-6


def employer_gain(values: Array, known: Array, total: Array, weights: Weights) -> Array:
    """What an employer gains from each pair, 0–1: the mean of the known criteria on its side, the
    whole score (0–100) where none of them is known. ``values`` and ``known`` are pairs × criteria.
    """
    on_side = np.array([name in EMPLOYER_SIDE for name in CRITERIA])
    share = known * weights.vector() * on_side
    weight = share.sum(axis=1)
    return np.where(
        weight > 0, (values * share).sum(axis=1) / np.maximum(weight, TINY), total / 100
    )


def employer_gain_of(score: MatchScore) -> float:
    """The same for one judged pair."""
    seen = [c for c in score.criteria if c.known and c.name in EMPLOYER_SIDE]
    weight = sum(criterion.weight for criterion in seen)
    return sum(c.value * c.weight for c in seen) / weight if weight else score.total / 100


@dataclass(frozen=True, slots=True)
class Wishes:
    """Candidate lists before balancing, one row each, best first by the student's own score.

    ``postings`` (rows × depth) are positions of postings, -1 behind the end of a list. ``mine`` and
    ``theirs`` are what the student and the employer gain, 0–1. ``seats`` belong to the postings,
    unknown ones count as one.
    """

    postings: Array
    mine: Array
    theirs: Array
    seats: Array

    def shown(self, order: Array) -> "Wishes":
        """The wishes that ``order`` (positions in each row) picks."""
        return Wishes(
            np.take_along_axis(self.postings, order, 1),
            np.take_along_axis(self.mine, order, 1),
            np.take_along_axis(self.theirs, order, 1),
            self.seats,
        )


@dataclass(frozen=True, slots=True)
class Balance:
    """``order``: for each row the positions of the ``k`` shown entries, best first.
    ``pressure``: demand per seat of each posting against the mean of all seats, at least ``CALM``.
    """

    order: Array
    pressure: Array


def balance(
    wishes: Wishes,
    strength: float | Array,
    *,
    k: int = SHOWN,
    kept: int = KEPT,
    max_loss: float = MAX_LOSS,
    rounds: int = ROUNDS,
) -> Balance:
    """Order all lists. ``strength`` 0 leaves a row as it is; it may differ from row to row.

    Demand is estimated from the lists that result, averaged over some rounds: estimated once, it
    would only move the crowd on.
    """
    order = own_order(wishes, k)
    pressure = demand = _demand(wishes.shown(order))
    for _round in range(rounds):
        pressure = _pressure(demand, wishes.seats)
        order = arrange(wishes, pressure, strength, k=k, kept=kept, max_loss=max_loss)
        demand = (demand + _demand(wishes.shown(order))) / 2
    return Balance(order, pressure)


def own_order(wishes: Wishes, k: int = SHOWN) -> Array:
    """The first ``k`` of each row as they came."""
    rows, depth = wishes.postings.shape
    return np.tile(np.arange(min(k, depth)), (rows, 1))


def arrange(
    wishes: Wishes,
    pressure: Array,
    strength: float | Array,
    *,
    k: int = SHOWN,
    kept: int = KEPT,
    max_loss: float = MAX_LOSS,
) -> Array:
    """Order lists against a known pressure; each row depends on nothing but itself.

    The push away from the own order is taken back in steps until the row loses at most
    ``max_loss`` of the relevance it could show.
    """
    rows = len(wishes.postings)
    order = own_order(wishes, k)
    power = np.broadcast_to(np.asarray(strength, dtype=np.float64), (rows,))
    own = np.log(np.maximum(wishes.mine, TINY))
    crowd = np.log(pressure)[wishes.postings]
    push = np.log(np.maximum(wishes.theirs, TINY)) - power[:, None] * crowd
    least = (1 - max_loss) * np.take_along_axis(wishes.mine, order, 1).sum(axis=1)
    todo = np.flatnonzero(power > 0)
    for step in np.linspace(1, 0, STEPS + 1)[:-1]:
        score = np.where(wishes.postings[todo] >= 0, own[todo] + step * push[todo], -np.inf)
        found = _best(score, order.shape[1], kept)
        fine = np.take_along_axis(wishes.mine[todo], found, 1).sum(axis=1) >= least[todo]
        order[todo[fine]] = found[fine]
        todo = todo[~fine]
    return order


def _best(score: Array, k: int, kept: int) -> Array:
    """The first ``kept`` stay, then by score; ties keep the own order."""
    score[:, :kept] = np.inf
    return np.argsort(-score, axis=1, kind="stable")[:, :k]


def _demand(shown: Wishes) -> Array:
    """Expected attention per seat: mutual gain weighted by how likely a place is looked at."""
    seen = shown.mine * shown.theirs * examination(shown.postings.shape[1])
    listed = shown.postings >= 0
    total = np.bincount(shown.postings[listed], weights=seen[listed], minlength=len(shown.seats))
    return np.asarray(total / np.maximum(shown.seats, 1))


def _pressure(demand: Array, seats: Array) -> Array:
    seats = np.maximum(seats, 1)
    mean = float(demand @ seats / seats.sum()) if len(seats) else 0.0
    return np.maximum(demand / mean, CALM) if mean > 0 else np.ones(len(demand))


def examination(k: int) -> Array:
    """How likely each of ``k`` places is looked at, the first for certain (1 / log2(place + 1))."""
    return np.asarray(1 / np.log2(np.arange(k) + 2))

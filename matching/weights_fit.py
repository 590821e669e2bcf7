"""Weights of the criteria from what students did with their lists.

Pairs within one student: what was taken against what was passed over above it (Joachims 2002),
weighted by the difference of grades and by the inverse of how likely the place was looked at.
Ridge towards the hand-set weights keeps little data from saying much. Judged on a later period.
"""

import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize

from matching.columns import Array
from matching.criteria import CRITERIA, Weights
from matching.metrics import average_precision, ndcg

MIN_POSITIVES = 200
POSITIVE_FROM = 2  # saved
EARLIER_SHARE = 0.7
RIDGE = 50.0  # a prior standard deviation of 0.1 on each weight
MAX_PROPENSITY_WEIGHT = 4.0
MAX_SCALE = 60.0
DEPTH = 10
Z = 1.959964


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair that a student saw. ``grade``: 0 passed over, 1 viewed, 2 saved, 3 applied,
    4 interview, 5 offer, 6 hired. ``place`` in the list from 1; ``at`` in any unit of time.
    ``values`` are the criteria in their order, NaN where unknown."""

    student: int
    posting: int
    grade: int
    place: int
    at: float
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """Mean over students of the later period."""

    ndcg: float
    average_precision: float


@dataclass(frozen=True, slots=True)
class NotEnough:
    """``later``: what failed is the later period, which needs a tenth of the positives."""

    positives: int
    needed: int
    later: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """Weights fitted on the earlier period, and both weights measured on the later one.

    ``gain`` is the mean difference of nDCG with its 95 % interval over students.
    """

    weights: Weights
    positives: int
    earlier: int
    later_students: int
    present: Quality
    proposed: Quality
    gain: tuple[float, float, float]


def propose(
    rows: Sequence[Labelled],
    *,
    hand: Weights,
    present: Weights,
    version: str,
    min_positives: int = MIN_POSITIVES,
) -> Proposal | NotEnough:
    """Fit on the earlier 70 % of the positives, compare on the rest."""
    positives = sorted(row.at for row in rows if row.grade >= POSITIVE_FROM)
    if len(positives) < max(min_positives, 1):
        return NotEnough(len(positives), min_positives)
    border = positives[int(len(positives) * EARLIER_SHARE)]
    earlier = [row for row in rows if row.at < border]
    later = [row for row in rows if row.at >= border]
    fitted = fit_weights(earlier, hand=hand, version=version)
    before, after = _per_student(later, present), _per_student(later, fitted)
    if fitted == hand or len(before) < max(min_positives // 10, 2):
        return NotEnough(len(positives), min_positives, later=True)
    return Proposal(
        weights=fitted,
        positives=len(positives),
        earlier=len(earlier),
        later_students=len(before),
        present=_quality(before),
        proposed=_quality(after),
        gain=_mean_interval(after[:, 0] - before[:, 0]),
    )


def fit_weights(
    rows: Sequence[Labelled], *, hand: Weights, version: str, ridge: float = RIDGE
) -> Weights:
    """Non-negative weights that add up to 1; ``hand`` itself when no pair says anything."""
    better, worse, weight = _pairs(rows)
    if not len(weight):
        return hand
    centre = hand.vector() / hand.vector().sum()
    taken, passed = _known(better), _known(worse)

    def loss(point: Array) -> float:
        shares = point[:-1] / max(float(point[:-1].sum()), 1e-9)
        gap = point[-1] * (_totals(taken, shares) - _totals(passed, shares))
        away = shares - centre
        return float(weight @ np.logaddexp(0.0, -gap) + ridge * (away @ away)) / len(weight)

    start = np.append(centre, 10.0)
    bounds = [(0.0, 1.0)] * len(centre) + [(0.1, MAX_SCALE)]
    found = minimize(loss, start, method="L-BFGS-B", bounds=bounds).x[:-1]
    shares = np.maximum(found, 0.0) / max(float(found.sum()), 1e-9)
    named = {name: round(float(share), 4) for name, share in zip(CRITERIA, shares, strict=True)}
    return replace(hand, version=version, **named)


def propensity_weight(place: int) -> float:
    """Inverse of how likely a place is looked at, 1 / log2(place + 1), bounded."""
    return min(math.log2(max(place, 1) + 1), MAX_PROPENSITY_WEIGHT)


def _pairs(rows: Sequence[Labelled]) -> tuple[Array, Array, Array]:
    """Values of the better, of the worse, and the pair's weight. Each taken posting counts as its
    grades and place say, however many were passed over for it."""
    better, worse, weights = [], [], []
    for listed in _by_student(rows):
        for one in listed:
            others = [row for row in listed if row.grade < one.grade]
            for other in others:
                better.append(one.values)
                worse.append(other.values)
                graded = (one.grade - other.grade) / len(others)
                weights.append(graded * propensity_weight(one.place))
    width = len(CRITERIA)
    return (
        np.array(better, dtype=np.float64).reshape(-1, width),
        np.array(worse, dtype=np.float64).reshape(-1, width),
        np.array(weights, dtype=np.float64),
    )


def _by_student(rows: Sequence[Labelled]) -> Iterator[list[Labelled]]:
    found: dict[int, list[Labelled]] = {}
    for row in sorted(rows, key=lambda row: (row.student, row.posting)):
        found.setdefault(row.student, []).append(row)
    return iter(found.values())


def _known(values: Array) -> tuple[Array, Array]:
    known = ~np.isnan(values)
    return np.where(known, values, 0.0), known.astype(np.float64)


def _totals(parts: tuple[Array, Array], shares: Array) -> Array:
    """The engine's total in 0–1: mean of the known criteria by weight."""
    values, known = parts
    return np.asarray((values * known) @ shares / np.maximum(known @ shares, 1e-9))


def _per_student(rows: Sequence[Labelled], weights: Weights) -> Array:
    """nDCG and average precision of every student with something better and something worse."""
    shares = weights.vector() / weights.vector().sum()
    found = []
    for listed in _by_student(rows):
        grades = [row.grade for row in listed]
        if max(grades) < POSITIVE_FROM or min(grades) == max(grades):
            continue
        totals = _totals(_known(np.array([row.values for row in listed])), shares)
        ids = np.array([row.posting for row in listed])
        order = np.lexsort((ids, -np.round(totals, 6)))
        ranking = [listed[place].posting for place in order]
        gains: dict[Hashable, float] = {r.posting: float(2**r.grade - 1) for r in listed}
        wanted = {row.posting for row in listed if row.grade >= POSITIVE_FROM}
        found.append((ndcg(ranking, gains, DEPTH), average_precision(ranking, wanted)))
    return np.array(found, dtype=np.float64).reshape(-1, 2)


def _quality(measured: Array) -> Quality:
    ndcg_mean, precision = measured.mean(axis=0)
    return Quality(float(ndcg_mean), float(precision))


def _mean_interval(values: Array) -> tuple[float, float, float]:
    mean = float(values.mean())
    half = Z * float(values.std(ddof=1)) / math.sqrt(len(values))
    return mean, mean - half, mean + half

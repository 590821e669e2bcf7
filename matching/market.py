"""A simulated labour market: what lists lead to when students and employers choose.

Students apply with their own gain times the chance that a place is looked at; employers keep the
best applicants for their seats; a student takes one offer. Averages over draws of a fixed seed.
"""

from dataclasses import dataclass

import numpy as np

from matching.balancing import KEPT, Balance, Wishes, balance, examination, own_order
from matching.columns import Array
from matching.metrics import congestion, coverage, gini

DRAWS = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """``matches`` per student; ``relevance`` is the mean own gain of what is shown; ``kept`` the
    share of own first three that are still shown; ``busiest`` lists per seat at the 99th
    percentile."""

    matches: float
    gini: float
    congestion: float
    coverage: float
    relevance: float
    ndcg: float
    kept: float
    busiest: float


def measure(wishes: Wishes, order: Array, *, seed: int = 0, draws: int = DRAWS) -> Outcome:
    """What the lists of ``order`` lead to."""
    shown, own = wishes.shown(order), wishes.shown(own_order(wishes, order.shape[1]))
    count = np.bincount(shown.postings[shown.postings >= 0], minlength=len(wishes.seats))
    weight = examination(order.shape[1])
    best = np.maximum((own.mine * weight).sum(axis=1), 1e-12)
    first = np.arange(min(KEPT, order.shape[1]))
    return Outcome(
        matches=expected_matches(shown, seed=seed, draws=draws),
        gini=gini(count),
        congestion=congestion(count),
        coverage=coverage(count),
        relevance=float(shown.mine[shown.postings >= 0].mean()),
        ndcg=float(((shown.mine * weight).sum(axis=1) / best).mean()),
        kept=float((order[:, :, None] == first).any(axis=1).mean()),
        busiest=float(np.quantile(count / np.maximum(wishes.seats, 1), 0.99)),
    )


def expected_matches(shown: Wishes, *, seed: int = 0, draws: int = DRAWS) -> float:
    """Matched students as a share of all."""
    rng = np.random.default_rng(seed)
    chance = np.where(shown.postings >= 0, shown.mine * examination(shown.postings.shape[1]), 0.0)
    found = [_one_draw(shown, rng.random(chance.shape) < chance) for _draw in range(draws)]
    return float(np.mean(found)) / max(len(chance), 1)


def _one_draw(shown: Wishes, applied: Array) -> int:
    student, place = np.nonzero(applied)
    posting, gain = shown.postings[student, place], shown.theirs[student, place]
    order = np.lexsort((student, -gain, posting))
    group = posting[order]
    rank = np.arange(len(group)) - np.searchsorted(group, group, side="left")
    return len(np.unique(student[order][rank < shown.seats[group]]))


def trade_off(
    wishes: Wishes, strengths: tuple[float, ...], *, k: int
) -> list[tuple[float, Outcome]]:
    """The outcome for each strength; strength 0 is the plain list."""
    rows = []
    for strength in strengths:
        found: Balance = balance(wishes, strength, k=k)
        rows.append((strength, measure(wishes, found.order)))
    return rows


def change(after: float, before: float) -> float:
    return after / before - 1 if before else 0.0


def synthetic_market(
    students: int = 10_000, postings: int = 8_000, *, depth: int = 100, seed: int = 0
) -> Wishes:
    """Tastes in 40 clusters of 64 dimensions, some postings more popular and some students
    stronger than others, 1.02 seats a student; candidates are each student's own ``depth`` best."""
    rng = np.random.default_rng(seed)
    centres = _unit(rng.normal(size=(40, 64)))
    mine, theirs = _around(centres, students, rng), _around(centres, postings, rng)
    popular, strong = 0.5 * rng.normal(size=postings), rng.normal(size=students)
    columns = np.zeros((students, depth), dtype=np.int64)
    gains = np.zeros((2, students, depth))
    for start in range(0, students, 1000):
        rows = slice(start, start + 1000)
        near = 6.0 * (mine[rows] @ theirs.T - 0.5) - 1.0
        liked = near + popular
        best = np.argsort(-liked, axis=1, kind="stable")[:, :depth]
        columns[rows] = best
        gains[0, rows] = _logistic(np.take_along_axis(liked, best, 1))
        fit = np.take_along_axis(near, best, 1) + strong[rows, None]
        gains[1, rows] = _logistic(fit)
    seats = rng.multinomial(round(1.02 * students) - postings, np.full(postings, 1 / postings)) + 1
    return Wishes(columns, gains[0], gains[1], seats)


def _around(centres: Array, count: int, rng: np.random.Generator) -> Array:
    place = centres[rng.integers(0, len(centres), count)]
    return _unit(place + rng.normal(size=place.shape) / np.sqrt(place.shape[1]))


def _unit(rows: Array) -> Array:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def _logistic(values: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-values)))

"""Reliability, norms and change, from stored answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import stdev, variance

from employment.guidance.assessments.enums import Change

LEAST_PEOPLE = 30
CRITICAL = 1.96


@dataclass(frozen=True, slots=True)
class Reliability:
    """``alpha`` is None below ``LEAST_PEOPLE`` or without variance; ``deviation`` of the scores."""

    n: int
    alpha: float | None = None
    deviation: float | None = None

    @property
    def error(self) -> float | None:
        """Standard error of measurement, on the scale of the scores."""
        if self.alpha is None or self.deviation is None:
            return None
        return self.deviation * sqrt(max(0.0, 1 - self.alpha))

    @property
    def error_of_100(self) -> float | None:
        return None if self.error is None else 100 * self.error


def cronbach_alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Cronbach (1951) over people × keyed items; None without variance or with one item."""
    if len(rows) < 2:
        return None
    items = [variance(column) for column in zip(*rows, strict=True)]
    return alpha_of(items, [sum(row) / len(row) for row in rows])


def alpha_of(item_variances: Sequence[float], scores: Sequence[float]) -> float | None:
    """The same from the variances of the items and the people's means of the items."""
    items = len(item_variances)
    total = variance(scores) * items**2 if len(scores) > 1 else 0
    if items < 2 or not total:
        return None
    return items / (items - 1) * (1 - sum(item_variances) / total)


def reliability(item_variances: Sequence[float], scores: Sequence[float]) -> Reliability:
    """Of one scale over people who answered all of its items."""
    if len(scores) < LEAST_PEOPLE:
        return Reliability(len(scores))
    deviation = stdev(scores) or None
    return Reliability(len(scores), alpha_of(item_variances, scores), deviation)


def percentile(score: float, others: Sequence[float]) -> float | None:
    """Share of the group below, ties counted half, 0 to 1; None in a group under 30."""
    if len(others) < LEAST_PEOPLE:
        return None
    below = sum(other < score for other in others)
    return (below + sum(other == score for other in others) / 2) / len(others)


def change_between(before: float, after: float, known: Reliability) -> Change:
    """Reliable change index of Jacobson & Truax (1991) at the 5 % level."""
    if known.error is None:
        return Change.UNKNOWN
    difference = after - before
    if abs(difference) <= CRITICAL * sqrt(2) * known.error:
        return Change.SAME
    return Change.UP if difference > 0 else Change.DOWN

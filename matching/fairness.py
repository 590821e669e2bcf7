"""How evenly lists serve groups of people. Computed from finished lists, never inside the engine.

Each person counts once: how many pairs they are eligible for, and how many of those were selected
(or how much exposure they got). Pairs of one person hang together, so every interval takes persons,
not pairs, as the independent units (Taylor linearisation of a ratio, Cochran 1977, chapter 6).
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.columns import Array
from matching.metrics import rank_biased_overlap

Z = 1.959964
FOUR_FIFTHS = 0.8
TEXT_OVERLAP = 0.97


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class GroupRate:
    """One group: ``units`` are what its ``people`` were eligible for. ``ratio`` compares with the
    best group and is None for that group itself; ``flagged`` when even its upper end is below 0.8.
    """

    name: str
    people: int
    units: float
    rate: Estimate
    ratio: Estimate | None
    flagged: bool


def compare_groups(
    selected: Array, eligible: Array, groups: Sequence[str], *, shown: Collection[str]
) -> list[GroupRate]:
    """Rates of the groups in ``shown`` and their ratios to the best of them, best first.

    ``selected``, ``eligible`` and ``groups`` have one entry a person. Groups that nobody was
    eligible in are left out.
    """
    labels = np.asarray(groups, dtype=object)
    parts: dict[str, tuple[Array, Array]] = {}
    for name in sorted(shown):
        inside = labels == name
        if eligible[inside].sum() > 0:
            parts[name] = (selected[inside], eligible[inside])
    ordered = sorted(parts, key=lambda name: (-_rate(*parts[name]), name))
    return [
        _group_rate(name, parts[name], parts[ordered[0]], name == ordered[0]) for name in ordered
    ]


def _group_rate(
    name: str, own: tuple[Array, Array], best: tuple[Array, Array], is_best: bool
) -> GroupRate:
    ratio = None if is_best or not best[0].sum() else ratio_of(own, best)
    return GroupRate(
        name=name,
        people=len(own[0]),
        units=float(own[1].sum()),
        rate=rate_of(*own),
        ratio=ratio,
        flagged=ratio is not None and ratio.high < FOUR_FIFTHS,
    )


def rate_of(selected: Array, eligible: Array) -> Estimate:
    """Σ selected / Σ eligible over persons. A share gets Wilson's interval at the number of
    independent pairs that its variance between persons stands for; anything else a log-normal one.
    """
    value = _rate(selected, eligible)
    variance = _variance(selected, eligible)
    if np.any(selected > eligible):
        spread = Z * math.sqrt(variance) / value if value else 0.0
        return Estimate(value, value * math.exp(-spread), value * math.exp(spread))
    inner = value * (1 - value)
    size = inner / variance if variance > 0 and inner > 0 else float(len(selected))
    low, high = wilson(value, size)
    return Estimate(value, low, high)


def wilson(share: float, n: float) -> tuple[float, float]:
    """95 % interval of a share of ``n`` independent trials (Wilson 1927)."""
    if n <= 0:
        return 0.0, 1.0
    square = Z * Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z * math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share))


def ratio_of(own: tuple[Array, Array], best: tuple[Array, Array]) -> Estimate:
    """Ratio of two rates with Katz's log interval (1978), its variances taken between persons.

    A group without any selected pair is treated as half a pair, as clustered as in the best group.
    """
    low_rate, high_rate = _rate(*own), _rate(*best)
    best_part = _variance(*best) / high_rate**2
    if low_rate:
        spread = Z * math.sqrt(_variance(*own) / low_rate**2 + best_part)
        value = low_rate / high_rate
        return Estimate(value, value * math.exp(-spread), value * math.exp(spread))
    clustering = max(best_part * float(best[0].sum()), 1.0)
    half = 0.5 / float(own[1].sum())
    spread = Z * math.sqrt(clustering / 0.5 + best_part)
    return Estimate(0.0, 0.0, half / high_rate * math.exp(spread))


def _rate(selected: Array, eligible: Array) -> float:
    whole = float(eligible.sum())
    return float(selected.sum()) / whole if whole else 0.0


def _variance(selected: Array, eligible: Array) -> float:
    """Variance of the ratio of two sums over persons."""
    n = len(selected)
    if n < 2:
        return 0.0
    left = selected - _rate(selected, eligible) * eligible
    return float(n / (n - 1) * (left @ left) / float(eligible.sum()) ** 2)


def exposure_at(place: Array) -> Array:
    """Attention that a place (from 1) gets: 1 / log2(place + 1), as in discounted gain."""
    return np.asarray(1.0 / np.log2(np.asarray(place, dtype=np.float64) + 1.0))


def observed_to_expected(
    happened: Array, stratum: Sequence[str], groups: Sequence[str], *, shown: Collection[str]
) -> dict[str, Estimate]:
    """Indirect standardisation: outcomes of a group over what its strata would give everyone.

    ``stratum`` is the band shown to the student. 1 means that a band promises every group the
    same. Byar's approximation of the Poisson interval.
    """
    strata, labels = np.asarray(stratum, dtype=object), np.asarray(groups, dtype=object)
    expected = np.zeros(len(strata))
    for name in set(strata.tolist()):
        inside = strata == name
        expected[inside] = happened[inside].mean()
    found = {}
    for name in sorted(shown):
        inside = labels == name
        if expected[inside].sum() > 0:
            found[name] = _byar(float(happened[inside].sum()), float(expected[inside].sum()))
    return found


def _byar(seen: float, expected: float) -> Estimate:
    low = seen * (1 - 1 / (9 * seen) - Z / (3 * math.sqrt(seen))) ** 3 if seen else 0.0
    more = seen + 1
    high = more * (1 - 1 / (9 * more) + Z / (3 * math.sqrt(more))) ** 3
    return Estimate(seen / expected, low / expected, high / expected)


@dataclass(frozen=True, slots=True)
class SwapResult:
    """Lists before and after a swap. ``largest_change`` is of any score, in points."""

    lists: int
    same_order: int
    same_scores: int
    largest_change: float
    overlap: float

    @property
    def identical(self) -> bool:
        return self.lists == self.same_order == self.same_scores


Ranked = Mapping[int, tuple[Sequence[int], Sequence[float]]]


def compare_lists(before: Ranked, after: Ranked) -> SwapResult:
    """Two sets of lists, ids and totals by person: equal, and mean rank-biased overlap."""
    same_order = same_scores = 0
    largest, overlaps = 0.0, []
    for person, (ids, totals) in before.items():
        other_ids, other_totals = after[person]
        same_order += list(ids) == list(other_ids)
        same_scores += list(totals) == list(other_totals)
        others = dict(zip(other_ids, other_totals, strict=True))
        moved = [abs(t - others[i]) for i, t in zip(ids, totals, strict=True) if i in others]
        largest = max([largest, *moved])
        overlaps.append(rank_biased_overlap(list(ids), list(other_ids)))
    overlap = float(np.mean(overlaps)) if overlaps else 1.0
    return SwapResult(len(before), same_order, same_scores, largest, overlap)

"""Measures of rankings and of whole lists, each from its usual definition.

A ranking is a sequence of ids, best first; relevance is a set of ids or a gain per id.
"""

import math
from collections.abc import Collection, Hashable, Mapping, Sequence

import numpy as np

from matching.columns import Array

Id = Hashable


def average_precision(ranking: Sequence[Id], relevant: Collection[Id]) -> float:
    """Mean over the relevant ids of the precision at their rank; 0 when none is relevant."""
    if not relevant:
        return 0.0
    hits = [rank for rank, item in enumerate(ranking, start=1) if item in relevant]
    return sum(place / rank for place, rank in enumerate(hits, start=1)) / len(relevant)


def ndcg(ranking: Sequence[Id], gains: Mapping[Id, float], k: int) -> float:
    """Discounted cumulative gain of the first k over the best possible one (Järvelin 2002)."""
    found = [gains.get(item, 0.0) for item in ranking[:k]]
    ideal = sorted(gains.values(), reverse=True)[:k]
    best = _discounted(ideal)
    return _discounted(found) / best if best else 0.0


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def recall_at(ranking: Sequence[Id], relevant: Collection[Id], k: int) -> float:
    if not relevant:
        return 0.0
    return sum(item in relevant for item in ranking[:k]) / len(relevant)


def hit_at(ranking: Sequence[Id], relevant: Collection[Id], k: int) -> float:
    return float(any(item in relevant for item in ranking[:k]))


def exposures(lists: Sequence[Sequence[Id]], items: Sequence[Id]) -> Array:
    """How many lists show each item."""
    place = {item: at for at, item in enumerate(items)}
    shown = np.zeros(len(items))
    for listed in lists:
        for item in listed:
            shown[place[item]] += 1
    return shown


def gini(shown: Array) -> float:
    """Inequality of exposure: 0 all equal, towards 1 everything on one item."""
    total = float(np.sum(shown))
    if not total:
        return 0.0
    ordered = np.sort(np.asarray(shown, dtype=np.float64))
    ranks = np.arange(1, len(ordered) + 1)
    return float((2 * ranks - len(ordered) - 1) @ ordered / (len(ordered) * total))


def congestion(shown: Array) -> float:
    """Σ s·ln s / ln n over the shares s of exposure: -1 even, 0 all on one item (ReCon 2023)."""
    total = float(np.sum(shown))
    if not total or len(shown) < 2:
        return 0.0
    share = np.asarray(shown, dtype=np.float64)[np.asarray(shown) > 0] / total
    return float((share * np.log(share)).sum() / math.log(len(shown)))


def coverage(shown: Array) -> float:
    """Share of items that are shown to anyone."""
    return float(np.mean(np.asarray(shown) > 0)) if len(shown) else 0.0


def calibration_error(predicted: Array, happened: Array, bins: int = 10) -> float:
    """Expected calibration error with equal-width bins (Naeini 2015)."""
    if not len(predicted):
        return 0.0
    place = np.minimum((np.asarray(predicted) * bins).astype(int), bins - 1)
    error = 0.0
    for at in range(bins):
        inside = place == at
        if inside.any():
            gap = abs(np.mean(predicted[inside]) - np.mean(happened[inside]))
            error += float(gap) * float(np.mean(inside))
    return error


def rank_biased_overlap(one: Sequence[Id], two: Sequence[Id], p: float = 0.9) -> float:
    """Extrapolated RBO of two rankings (Webber 2010, equation 32); 1 when they are equal."""
    short, long = sorted((one, two), key=len)
    if not short:
        return float(not long)
    seen_short: set[Id] = set()
    seen_long: set[Id] = set()
    total, overlap_at_short = 0.0, 0
    for depth in range(1, len(long) + 1):
        seen_long.add(long[depth - 1])
        if depth <= len(short):
            seen_short.add(short[depth - 1])
        overlap = len(seen_short & seen_long)
        agreement = overlap / depth
        if depth <= len(short):
            overlap_at_short = overlap
        else:
            agreement += overlap_at_short * (depth - len(short)) / (depth * len(short))
        total += agreement * p**depth
    size, small = len(long), len(short)
    overlap = len(seen_short & seen_long)
    tail = ((overlap - overlap_at_short) / size + overlap_at_short / small) * p**size
    return (1 - p) / p * total + tail

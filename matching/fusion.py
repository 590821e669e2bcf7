"""Equal-weight sums of comparable views, standardised per query: as good as learned linear weights
below about a thousand labels, and not hurt by one weak view as reciprocal ranks are."""

from collections.abc import Sequence

import numpy as np
from scipy.special import logsumexp

from matching.columns import Array

TINY = 1e-9


def standardise(scores: Array, axis: int = 1) -> Array:
    """Mean 0 and deviation 1 along an axis; a constant line becomes 0."""
    centred = scores - scores.mean(axis=axis, keepdims=True)
    return np.asarray(centred / (scores.std(axis=axis, keepdims=True) + TINY))


def fuse(views: Sequence[Array], shares: Sequence[float] | None = None) -> Array:
    """Sum of views (queries × documents), each standardised per query."""
    shares = shares or [1.0] * len(views)
    total = np.zeros_like(views[0], dtype=np.float64)
    for view, share in zip(views, shares, strict=True):
        total += share * standardise(np.asarray(view, dtype=np.float64))
    return total


def compete(scores: Array) -> Array:
    """How a query stands among all queries for the same document, as a log-posterior.

    For queries that exclude each other (job functions, standard titles): a text that resembles
    every one of them resembles none in particular.
    """
    level = standardise(scores)
    return np.asarray(level - logsumexp(level, axis=0))

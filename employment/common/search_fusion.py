"""Reciprocal rank fusion: several orders of the same rows become one.

Cormack, Clarke and Büttcher, SIGIR 2009. Rows that a list cannot tell apart share a rank, so that
chance order within a tie does not count.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
K = 60


def fuse_scores(lists: Iterable[tuple[float, Scores]], *, k: int = K) -> Scores:
    """Fused scores from (weight, scores by row) lists of one length; a score of 0 is no hit."""
    return sum(  # type: ignore[return-value]
        weight * np.where(scores > 0, 1 / (k + ranks(scores)), 0.0) for weight, scores in lists
    )


def ranks(scores: Scores) -> NDArray[np.int64]:
    """1 for the best; equal scores share the best rank among them."""
    ordered = np.sort(-scores)
    return np.searchsorted(ordered, -scores, side="left") + 1

"""Titles corrected by people change the scores of titles like them, and of no others.

Kernel ridge regression on what the scores lacked: near a corrected title its code gains and the
code it had loses, in closed form, so that a refit takes seconds.
"""

from collections.abc import Sequence

import numpy as np
from scipy.linalg import solve

from matching.columns import Array
from matching.occupations.features import Titles

NOISE = 0.3


class Corrections:
    """``places``: the place of each title's right code; ``scores``: the scores it had before."""

    def __init__(self, titles: Titles, places: Sequence[int], scores: Array) -> None:
        self.titles = titles
        target = np.zeros_like(scores, dtype=np.float64)
        target[np.arange(len(places)), list(places)] = 1
        kernel = titles.kernel(titles).astype(np.float64)
        kernel[np.diag_indices(len(kernel))] += NOISE
        self._weights = solve(kernel, target - scores, assume_a="pos").astype(np.float32)
        self.seen = np.bincount(list(places), minlength=scores.shape[1])

    def change(self, titles: Titles) -> Array:
        """What to add to the scores of these titles."""
        return np.asarray(titles.kernel(self.titles) @ self._weights)

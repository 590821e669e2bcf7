"""Linear heads on a frozen encoder: they turn general similarity into similarity of jobs.

A head belongs to the weights it was fitted on; any other encoder is used as it is.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matching.types import Vectors

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Head:
    """Centre, project, normalise. Without a projection vectors pass unchanged."""

    name: str
    centre: NDArray[np.float32] | None = None
    projection: NDArray[np.float32] | None = None

    def apply(self, vectors: Vectors) -> Vectors:
        if self.centre is None or self.projection is None:
            return vectors
        projected = (vectors - self.centre) @ self.projection
        norms = np.linalg.norm(projected, axis=1, keepdims=True)
        return np.asarray(projected / np.maximum(norms, 1e-12), dtype=np.float32)


@lru_cache(maxsize=4)
def title_head(encoder_name: str) -> Head:
    """The head for job titles that was fitted on this very encoder, else one that does nothing."""
    path = FOLDER / "titles.npz"
    if path.is_file():
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["encoder"]) == encoder_name:
                parts = (kept["centre"], kept["projection"])
                return Head("titles-1", *(part.astype(np.float32) for part in parts))
    return Head("none")

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
    """Centre, project, normalise. Without a projection vectors pass unchanged.

    Of wider vectors, such as the job encoder's, the first columns are taken: the general half.
    """

    name: str
    centre: NDArray[np.float32] | None = None
    projection: NDArray[np.float32] | None = None

    def apply(self, vectors: Vectors) -> Vectors:
        if self.centre is None or self.projection is None:
            return vectors
        if vectors.shape[1] > len(self.centre):
            vectors = _unit(vectors[:, : len(self.centre)])
        return _unit(np.asarray((vectors - self.centre) @ self.projection, dtype=np.float32))


def _unit(rows: Vectors) -> Vectors:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-12), dtype=np.float32)


@lru_cache(maxsize=4)
def title_head(encoder_name: str) -> Head:
    """The head for job titles that was fitted on this very encoder, else one that does nothing.

    Names of encoders that carry further columns go on after a plus sign.
    """
    path = FOLDER / "titles.npz"
    if path.is_file():
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["encoder"]) == encoder_name.partition("+")[0]:
                parts = (kept["centre"], kept["projection"])
                return Head("titles-1", *(part.astype(np.float32) for part in parts))
    return Head("none")

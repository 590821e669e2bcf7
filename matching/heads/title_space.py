"""Job titles as unit vectors in which similar jobs lie close, made from the encoder's vectors.

Two parts side by side: the direction of the title itself (centred, projected, of a Chinese title
together with what a dictionary says its words mean), and the occupations of the labelled titles
nearest to it. So two titles meet also when they share no word but belong to
the same or to related occupations. Nearest labelled titles vote with a softmax of their cosines;
square roots of the votes make the dot product of two titles the Bhattacharyya affinity of their
occupations.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from matching.heads.title_words import TitleWords, build_words
from matching.types import Vectors

PATH = Path(__file__).parent / "title_space.npz"
WORDS_PATH = Path(__file__).parent / "title_words.npz"
CHUNK = 256
FOLDS = 32

Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """How labelled titles vote: the ``nearest`` ones, by a softmax of their cosines."""

    nearest: int
    temperature: float
    share: float = 1.0


class LabelledTitles:
    """Projected titles whose occupations are known; ``owners`` (titles × occupations) sum to 1."""

    def __init__(
        self, rows: Rows, owners: sparse.csr_matrix, readings: tuple[Reading, ...]
    ) -> None:
        missing = -len(rows) % FOLDS
        self._rows = np.pad(np.asarray(rows, dtype=np.float32), ((0, missing), (0, 0)))
        padding = sparse.csr_matrix((missing, owners.shape[1]), dtype=np.float32)
        self._owners = sparse.vstack([owners, padding], "csr")
        self._readings = readings

    def votes(self, projected: Rows) -> Rows:
        """Roots of the occupations' votes, one block of columns a reading; rows as given."""
        found, cosines = self._nearest(projected, max(r.nearest for r in self._readings))
        blocks = [reading.share * self._vote(found, cosines, reading) for reading in self._readings]
        return np.concatenate(blocks, axis=1)

    def _nearest(self, projected: Rows, many: int) -> tuple[NDArray[np.int64], Rows]:
        """Best first. The best ``many`` lie in the ``many`` columns with the highest maxima."""
        width = len(self._rows) // FOLDS
        cosines = (projected @ self._rows.T).reshape(len(projected), FOLDS, width)
        columns = min(many, width)
        column = np.argpartition(-cosines.max(axis=1), columns - 1, axis=1)[:, :columns]
        places = np.arange(FOLDS)[None, :, None] * width + column[:, None, :]
        places = places.reshape(len(projected), FOLDS * columns)
        flat = cosines.reshape(len(projected), FOLDS * width)
        values = np.take_along_axis(flat, places, axis=1)
        best = np.argsort(-values, axis=1, kind="stable")[:, :many]
        return np.take_along_axis(places, best, axis=1), np.take_along_axis(values, best, axis=1)

    def _vote(self, found: NDArray[np.int64], cosines: Rows, reading: Reading) -> Rows:
        found, cosines = found[:, : reading.nearest], cosines[:, : reading.nearest]
        weight = np.exp((cosines - cosines[:, :1]) / reading.temperature)
        weight /= weight.sum(axis=1, keepdims=True)
        ends = np.arange(0, weight.size + 1, max(weight.shape[1], 1))
        shape = (len(found), len(self._rows))
        voting = sparse.csr_matrix((weight.ravel(), found.ravel(), ends), shape=shape)
        return np.sqrt(np.asarray((voting @ self._owners).todense(), dtype=np.float32))


@dataclass(frozen=True, slots=True)
class TitleSpace:
    """``apply`` turns the encoder's vectors of titles into unit rows; without parts it returns them
    unchanged. Only for titles: a long text has no nearest labelled title.
    """

    name: str
    centre: Rows | None = None
    projection: Rows | None = None
    labelled: tuple[LabelledTitles, ...] = ()
    reduction: Rows | None = None
    occupation_share: float = 0.0
    words: TitleWords | None = None

    def apply(self, vectors: Vectors, titles: Sequence[str]) -> Vectors:
        """``titles`` are the texts of the vectors, row by row."""
        if self.centre is None:
            return vectors
        chunks = (slice(at, at + CHUNK) for at in range(0, max(len(vectors), 1), CHUNK))
        return np.concatenate([self._apply(vectors[chunk], titles[chunk]) for chunk in chunks])

    def _apply(self, vectors: Vectors, titles: Sequence[str]) -> Vectors:
        own = self.project(vectors, titles)
        votes = self.votes(own)
        if self.reduction is not None:
            votes = votes @ self.reduction
        return _unit(np.concatenate([own, self.occupation_share * votes], axis=1))

    def project(self, vectors: Vectors, titles: Sequence[str]) -> Rows:
        """Of wider vectors, such as the job encoder's, the first columns: the general half."""
        if self.centre is None or self.projection is None:
            return vectors
        if vectors.shape[1] > len(self.centre):
            vectors = _unit(vectors[:, : len(self.centre)])
        projected = _unit(np.asarray((vectors - self.centre) @ self.projection, dtype=np.float32))
        return projected if self.words is None else self.words.blend(projected, titles)

    def votes(self, projected: Rows) -> Rows:
        return _unit(np.concatenate([part.votes(projected) for part in self.labelled], axis=1))


def _unit(rows: Rows) -> Rows:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-12), dtype=np.float32)


def build_space(parts: Mapping[str, NDArray[np.generic]]) -> TitleSpace:
    """From the arrays of the artefact, as ``fit_title_space`` makes them."""
    rows = {name: part.astype(np.float32) for name, part in parts.items() if part.dtype.kind == "f"}
    labelled = []
    for at in range(int(parts["sets"])):
        owners = sparse.csr_matrix(
            (rows[f"owner_shares_{at}"], parts[f"owner_codes_{at}"], parts[f"owner_ends_{at}"]),
            shape=(len(rows[f"titles_{at}"]), int(parts[f"codes_{at}"])),
        )
        readings = tuple(Reading(int(k), float(t), float(s)) for k, t, s in parts[f"readings_{at}"])
        labelled.append(LabelledTitles(rows[f"titles_{at}"], owners, readings))
    return TitleSpace(
        str(parts["name"]),
        rows["centre"],
        rows["projection"],
        tuple(labelled),
        rows.get("reduction"),
        float(parts["occupation_share"]),
        build_words(parts),
    )


@lru_cache(maxsize=4)
def title_space(encoder_name: str) -> TitleSpace:
    """The space fitted on this very encoder, else one that leaves vectors as they are.

    Names of encoders that carry further columns go on after a plus sign.
    """
    if PATH.is_file():
        with np.load(PATH, allow_pickle=False) as kept:
            if str(kept["encoder"]) == encoder_name.partition("+")[0]:
                with np.load(WORDS_PATH, allow_pickle=False) as words:
                    return build_space(dict(kept) | dict(words))
    return TitleSpace("none")

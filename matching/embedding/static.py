"""A static text model: the mean of the vectors of a text's words and character pairs.

Order plays no part, so a posting of any length costs microseconds; numpy and scipy only. The
artefact is made by ``matching.heads.fit_texts``, its card is ``matching/heads/texts.md``.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import rjieba
from numpy.typing import NDArray
from scipy import sparse

from matching.embedding.engine import EncoderError
from matching.types import Vectors

ARTEFACT = Path(__file__).parents[1] / "heads" / "texts.npz"
LEVELS = 127
_RUN = re.compile(r"[a-z][a-z0-9+#.]*|[\u4e00-\u9fff]+")


def tokens(text: str) -> Iterator[str]:
    """Latin words, Chinese words, and ``_`` with each pair of neighbouring Chinese characters."""
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).casefold()):
        if run[0] < "\u4e00":
            yield run.rstrip(".")
            continue
        yield from rjieba.cut(run)
        yield from (f"_{run[at : at + 2]}" for at in range(len(run) - 1))


@dataclass(frozen=True)
class StaticTexts:
    """``places``: token → row of ``weights``; ``name`` carries a hash of both."""

    name: str
    places: Mapping[str, int]
    weights: NDArray[np.float32]

    @property
    def dim(self) -> int:
        return int(self.weights.shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row per text; zeros for a text without a known token."""
        sums = self._counts(texts) @ self.weights
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.maximum(norms, 1e-12), dtype=np.float32)

    def _counts(self, texts: Sequence[str]) -> sparse.csr_matrix:
        indptr, places = [0], []
        for text in texts:
            places += [self.places[token] for token in tokens(text) if token in self.places]
            indptr.append(len(places))
        ones = np.ones(len(places), dtype=np.float32)
        shape = (len(texts), len(self.weights))
        return sparse.csr_matrix((ones, np.array(places, dtype=np.int64), indptr), shape=shape)


def save_static(path: Path, words: Sequence[str], weights: NDArray[np.float32]) -> None:
    """Keep the weights as whole numbers of -127 to 127 and a scale per row: a quarter the size."""
    scales = np.abs(weights).max(axis=1, keepdims=True) / LEVELS
    scales = np.maximum(scales, 1e-12).astype(np.float32)
    rows = np.round(weights / scales).astype(np.int8)
    listed = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    np.savez_compressed(path, words=listed, rows=rows, scales=scales)


def read_static(path: Path = ARTEFACT) -> StaticTexts:
    """Raises EncoderError when the artefact is absent."""
    return _read(path, path.stat().st_mtime_ns if path.is_file() else 0)


@lru_cache(maxsize=2)
def _read(path: Path, stamp: int) -> StaticTexts:
    if not stamp:
        raise EncoderError(f"The static text model {path.name} is missing.")
    with np.load(path, allow_pickle=False) as kept:
        words, rows, scales = (kept[name] for name in ("words", "rows", "scales"))
    digest = hashlib.sha256(words.tobytes() + rows.tobytes() + scales.tobytes()).hexdigest()
    listed = words.tobytes().decode().split("\n")
    places = {word: at for at, word in enumerate(listed)}
    return StaticTexts(f"{path.stem}-{digest[:8]}", places, rows.astype(np.float32) * scales)

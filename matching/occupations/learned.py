"""What was learned from labels, small enough to ship: linear scores in 8 bits and a choice."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import numpy as np
from scipy import sparse

from matching.columns import Array
from matching.heads import FOLDER, Head
from matching.lexical import BUCKETS
from matching.occupations.choice import Choice
from matching.occupations.features import Titles

ARTEFACT = "occupations.npz"
FIGURES = "occupations.json"
FORMAT = 1
LEVELS = 127
NEGLIGIBLE = 0.004
_ARRAYS = ("centre", "scale", "hidden", "out")


@dataclass(frozen=True, slots=True)
class LinearScores:
    """Score of a code = weights · features of the title, in 8 bits with a scale a code.

    ``lexical`` is sparse (codes × hashed character n-grams).
    """

    dense: Array
    headed: Array
    lexical: sparse.csr_matrix
    scales: Array

    @classmethod
    def of(cls, taught: Sequence[tuple[Titles, Array]]) -> "LinearScores":
        """From titles and their dual weights (titles × codes)."""
        dense = sum(weights.T @ titles.dense for titles, weights in taught)
        headed = sum(weights.T @ titles.headed for titles, weights in taught)
        lexical = sparse.vstack([titles.lexical for titles, _ in taught]).tocsc()
        used = np.flatnonzero(np.diff(lexical.indptr))
        words = (lexical[:, used].T @ np.vstack([weights for _, weights in taught])).T
        words[np.abs(words) < NEGLIGIBLE] = 0
        parts = [np.asarray(part, dtype=np.float32) for part in (dense, headed, words)]
        scales = np.maximum.reduce([np.abs(part).max(axis=1) for part in parts]) / LEVELS
        scales = np.maximum(scales, 1e-12).astype(np.float32)
        dense, headed, words = (np.rint(part / scales[:, None]).astype(np.int8) for part in parts)
        few = sparse.csr_matrix(words)
        shape = (len(scales), BUCKETS)
        kept = sparse.csr_matrix((few.data, used[few.indices], few.indptr), shape=shape)
        return cls(dense, headed, kept, scales)

    def scores(self, titles: Titles) -> Array:
        """Titles × codes."""
        total = titles.dense @ self.dense.T.astype(np.float32)
        total += titles.headed @ self.headed.T.astype(np.float32)
        words = titles.lexical @ self.lexical.T.astype(np.float32)
        return np.asarray((total + words.toarray()) * self.scales, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Learned:
    """``seen``: labelled titles of each code at fitting; ``head``: the one they were read with."""

    head: Head
    codes: list[str]
    linear: LinearScores
    seen: Array
    choice: Choice

    def placed(self, places: Sequence[int], size: int) -> "Learned":
        """The same for a table of ``size`` codes; ``places``: where each code is in it, or -1."""
        known = np.flatnonzero(np.asarray(places) >= 0)
        target = np.asarray(places, dtype=np.int64)[known]
        row = np.zeros(size, dtype=np.int64)
        row[target] = known
        absent = np.ones(size, dtype=bool)
        absent[target] = False
        linear, seen = self.linear, self.seen[row]
        scales = np.where(absent, 0, linear.scales[row]).astype(np.float32)
        seen = np.where(absent, 0, seen)
        codes = [self.codes[at] for at in row]
        placed = LinearScores(linear.dense[row], linear.headed[row], linear.lexical[row], scales)
        return Learned(self.head, codes, placed, seen, self.choice)

    def save(self, file: Path, encoder_name: str, version: str) -> None:
        linear = self.linear
        grams, place = np.unique(linear.lexical.indices, return_inverse=True)
        np.savez_compressed(
            file,
            format=np.array(FORMAT),
            encoder=np.array(encoder_name),
            version=np.array(version),
            head_centre=np.asarray(self.head.centre, dtype=np.float32),
            head_projection=np.asarray(self.head.projection, dtype=np.float16),
            codes=np.array(self.codes),
            seen=self.seen.astype(np.int32),
            dense=linear.dense,
            headed=linear.headed,
            scales=linear.scales,
            grams=grams.astype(np.int32),
            lexical_data=linear.lexical.data,
            lexical_place=place.astype(np.uint16),
            lexical_start=linear.lexical.indptr.astype(np.int32),
            **{f"choice_{part.name}": getattr(self.choice, part.name) for part in fields(Choice)},
        )


@dataclass(frozen=True, slots=True)
class Artefact:
    version: str
    learned: Learned


@lru_cache(maxsize=4)
def load_learned(encoder_name: str) -> Artefact | None:
    """What was learned on this very encoder; None for any other."""
    file = FOLDER / ARTEFACT
    if not file.is_file():
        return None
    with np.load(file, allow_pickle=False) as kept:
        if str(kept["encoder"]) != encoder_name or int(kept["format"]) != FORMAT:
            return None
        parts = {name: kept[name] for name in kept.files}
    centre, scale, hidden, out = (parts[f"choice_{name}"] for name in _ARRAYS)
    slope, shift = (float(parts[f"choice_{name}"]) for name in ("slope", "shift"))
    choice = Choice(centre, scale, hidden, out, slope, shift)
    head = Head("kept", parts["head_centre"], parts["head_projection"].astype(np.float32))
    codes = [str(code) for code in parts["codes"]]
    columns = parts["grams"][parts["lexical_place"]]
    lexical = sparse.csr_matrix(
        (parts["lexical_data"], columns, parts["lexical_start"]), shape=(len(codes), BUCKETS)
    )
    linear = LinearScores(parts["dense"], parts["headed"], lexical, parts["scales"])
    learned = Learned(head, codes, linear, parts["seen"], choice)
    return Artefact(str(parts["version"]), learned)


def packaged_figures() -> dict[str, float]:
    """What was measured by folds when the shipped part was fitted."""
    figures: dict[str, float] = json.loads((FOLDER / FIGURES).read_text(encoding="utf-8"))
    return figures

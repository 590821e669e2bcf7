"""What the words of Chinese job titles mean, as vectors of their English glosses.

Translated titles then move the words so that a title's mean comes near its translation (ridge
regression, closed form).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from matching.columns import Array
from matching.heads.title_words import split_title
from matching.types import Encoder, Vectors

RIDGE = 0.1
SHARE = 0.5
LEVELS = 127


def gloss_vectors(words: Mapping[str, Sequence[str]], encoder: Encoder) -> dict[str, Vectors]:
    """Mean of the vectors of a word's glosses."""
    distinct = sorted({gloss for found in words.values() for gloss in found})
    rows = dict(zip(distinct, encoder.encode(distinct, "document"), strict=True))
    return {word: np.stack([rows[g] for g in found]).mean(axis=0) for word, found in words.items()}


def fit_words(glossed: Mapping[str, Vectors], titles: Sequence[str], translated: Array) -> Array:
    """Vectors of the words, in their order: ``translated`` has the vector of each title's
    translation."""
    rows = np.stack(list(glossed.values())).astype(np.float64)
    if not len(titles):
        return rows
    shares = _shares(titles, {word: at for at, word in enumerate(glossed)})
    kernel = (shares @ shares.T).toarray() + RIDGE * np.eye(len(titles))
    return np.asarray(rows + shares.T @ np.linalg.solve(kernel, translated - shares @ rows))


def _shares(titles: Sequence[str], places: Mapping[str, int]) -> sparse.csr_matrix:
    """Titles × words: a title's known words in equal shares."""
    owners, columns, values = [], [], []
    for at, title in enumerate(titles):
        known = [places[word] for word in split_title(title, places) if word in places]
        owners += [at] * len(known)
        columns += known
        values += [1 / len(known)] * len(known)
    return sparse.csr_matrix((values, (owners, columns)), shape=(len(titles), len(places)))


def word_parts(words: Iterable[str], rows: Array) -> dict[str, NDArray[Any]]:
    """Arrays of the artefact: whole numbers of -127 to 127 and a scale per row."""
    scales = np.maximum(np.abs(rows).max(axis=1, keepdims=True) / LEVELS, 1e-12).astype(np.float32)
    return {
        "words": np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        "word_rows": np.round(rows / scales).astype(np.int8),
        "word_scales": scales,
        "word_share": np.array(SHARE),
    }

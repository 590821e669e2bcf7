"""Character n-gram TF-IDF: the lexical view of titles, without which Chinese ranking is worse.

Sublinear term frequency, smoothed inverse document frequency, unit rows (Salton and Buckley 1988).
"""

import csv
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from matching.titles import packaged_folder

BUCKETS = 1 << 18
_HAN = re.compile(r"[\u4e00-\u9fff]")


class CharTfidf:
    """Weights learnt once from ``corpus``, then frozen: equal texts always get equal rows."""

    def __init__(self, corpus: Iterable[str], sizes: tuple[int, ...] = (1, 2, 3)) -> None:
        self._sizes = sizes
        documents = [set(self._grams(text)) for text in corpus]
        frequency = np.zeros(BUCKETS, dtype=np.float64)
        for document in documents:
            for gram in document:
                frequency[gram] += 1
        self._idf = np.log((1 + len(documents)) / (1 + frequency)) + 1

    def rows(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """One sparse unit row per text; an empty text gets an empty row."""
        indptr, indices, values = [0], [], []
        for text in texts:
            counts = Counter(self._grams(text))
            grams = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
            terms = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
            weights = (1 + np.log(terms)) * self._idf[grams]
            norm = float(np.sqrt(weights @ weights)) or 1.0
            indices.append(grams)
            values.append(weights / norm)
            indptr.append(indptr[-1] + len(grams))
        data = np.concatenate(values) if values else np.zeros(0)
        columns = np.concatenate(indices) if indices else np.zeros(0, dtype=np.int64)
        shape = (len(texts), BUCKETS)
        return sparse.csr_matrix((data.astype(np.float32), columns, indptr), shape=shape)

    def _grams(self, text: str) -> list[int]:
        padded = f" {text.casefold().strip()} " if text.strip() else ""
        return [
            zlib.crc32(padded[start : start + size].encode()) % BUCKETS
            for size in self._sizes
            for start in range(len(padded) - size + 1)
            if padded[start : start + size] != " "
        ]


def similarities(rows: sparse.csr_matrix, columns: sparse.csr_matrix) -> NDArray[np.float32]:
    """Cosines of all pairs, dense; both sides come from the same ``CharTfidf``."""
    return np.asarray((rows @ columns.T).todense(), dtype=np.float32)


def is_chinese(text: str) -> bool:
    return _HAN.search(text) is not None


@lru_cache(maxsize=1)
def title_tfidf() -> CharTfidf:
    """Weights learnt from the names and aliases of the 2022 occupation classification.

    Fixed data instead of the postings at hand: one more posting changes no other pair's score.
    """
    with (packaged_folder() / "csco22.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return CharTfidf(name for row in rows for name in {row["name"], *row["alias"].split(",")})

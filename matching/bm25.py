"""Okapi BM25 over Chinese and English words: the yardstick a lexical ranking has to beat.

Robertson and Zaragoza 2009, with the usual k1 and b and the non-negative inverse document
frequency of Lucene.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import rjieba
from scipy import sparse

from matching.columns import Array

K1, B = 1.2, 0.75


def words(text: str) -> list[str]:
    """Words as rjieba cuts them for a search index, folded; single marks are dropped."""
    return [
        word for raw in rjieba.cut_for_search(text) if (word := raw.strip().casefold()).isalnum()
    ]


class Bm25:
    """Postings' texts as rows of weighted terms; a query adds up the weights of its words."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [Counter(words(text)) for text in texts]
        self._place: dict[str, int] = {}
        for count in counted:
            for word in count:
                self._place.setdefault(word, len(self._place))
        lengths = np.array([sum(count.values()) for count in counted], dtype=np.float64)
        self._rows = self._weights(counted, lengths)

    def _weights(self, counted: Sequence[Counter[str]], lengths: Array) -> sparse.csr_matrix:
        row = np.repeat(np.arange(len(counted)), [len(count) for count in counted])
        column = np.array([self._place[word] for count in counted for word in count], dtype=int)
        terms = np.array([n for count in counted for n in count.values()], dtype=np.float64)
        frequency = np.bincount(column, minlength=len(self._place))
        idf = np.log(1 + (len(counted) - frequency + 0.5) / (frequency + 0.5))
        mean = lengths.mean() if len(lengths) else 1.0
        norm = K1 * (1 - B + B * lengths / max(mean, 1e-9))
        weight = idf[column] * terms * (K1 + 1) / (terms + norm[row])
        return sparse.csr_matrix((weight, (row, column)), shape=(len(counted), len(self._place)))

    def scores(self, query: str) -> Array:
        """One score per text, in order; 0 where no word is shared."""
        counted = Counter(word for word in words(query) if word in self._place)
        asked = np.zeros(len(self._place))
        for word, times in counted.items():
            asked[self._place[word]] = times
        return np.asarray(self._rows @ asked)

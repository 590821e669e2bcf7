"""Titles in every view, and how alike two sets of titles are."""

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from matching.columns import Array
from matching.heads import Head, title_head
from matching.lexical import CharTfidf, similarities
from matching.titles import clean_title
from matching.types import Encoder, Vectors


class Titles:
    """Titles as dense, headed and lexical unit rows."""

    def __init__(self, dense: Vectors, headed: Vectors, lexical: sparse.csr_matrix) -> None:
        self.dense, self.headed, self.lexical = dense, headed, lexical

    def __len__(self) -> int:
        return len(self.dense)

    def __getitem__(self, rows: Array) -> "Titles":
        return Titles(self.dense[rows], self.headed[rows], self.lexical[rows])

    def kernel(self, others: "Titles") -> Array:
        """Sum of the three cosines of every pair: the similarity all learning here rests on."""
        near = self.dense @ others.dense.T + self.headed @ others.headed.T
        return np.asarray(near + similarities(self.lexical, others.lexical), dtype=np.float32)


class TitleReader:
    """Texts → ``Titles``."""

    def __init__(self, encoder: Encoder, tfidf: CharTfidf, head: Head | None = None) -> None:
        """``head``: the one that something was learned with, else the encoder's own."""
        self._encoder, self._tfidf = encoder, tfidf
        self.head = head or title_head(encoder.name)

    def read(self, texts: Sequence[str]) -> Titles:
        """Texts that are names already."""
        dense = self._encoder.encode(list(texts), "document")
        return Titles(dense, self.head.apply(dense), self._tfidf.rows(texts))

    def read_titles(self, titles: Sequence[str]) -> Titles:
        """Titles as recruiters write them."""
        return self.read([clean_title(title) for title in titles])

"""Growing arrays of one row per item, and lists of arrays joined into one."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from matching.heads.title_space import TitleSpace
from matching.lexical import CharTfidf, is_chinese

Array = NDArray[Any]
Shape = tuple[tuple[int, ...], type]


class Columns:
    """Arrays that grow together. Removing a row moves the last one into the gap."""

    def __init__(self, **shapes: Shape) -> None:
        self.size = 0
        self._arrays: dict[str, Array] = {
            name: np.zeros((0, *shape), dtype=kind) for name, (shape, kind) in shapes.items()
        }

    def __getitem__(self, name: str) -> Array:
        return self._arrays[name][: self.size]

    def row(self, row: int) -> dict[str, object]:
        return {name: array[row] for name, array in self._arrays.items()}

    def put(self, row: int, values: Mapping[str, object]) -> None:
        if row >= self.size:
            self._grow(row + 1)
        for name, value in values.items():
            self._arrays[name][row] = value

    def remove(self, row: int) -> None:
        for array in self._arrays.values():
            array[row] = array[self.size - 1]
        self.size -= 1

    def _grow(self, size: int) -> None:
        for name, array in self._arrays.items():
            if size > len(array):
                room = max(size, len(array) + len(array) // 2, 64)
                larger = np.zeros((room, *array.shape[1:]), dtype=array.dtype)
                larger[: len(array)] = array
                self._arrays[name] = larger
        self.size = size


class Kept:
    """Arrays by id that hold for one pair of inputs; others empty it."""

    def __init__(self) -> None:
        self._arrays: dict[int, Array] = {}
        self._inputs: tuple[object, object] = (None, None)

    def of(self, first: object, second: object) -> dict[int, Array]:
        if self._inputs[0] is not first or self._inputs[1] != second:
            self._arrays = {}
            self._inputs = first, second
        return self._arrays

    def forget(self, item_id: int) -> None:
        self._arrays.pop(item_id, None)


class Ragged:
    """Rows of different length laid end to end: row r is ``[starts[r]:starts[r + 1]]``."""

    def __init__(self, rows: Sequence[Array], width: int) -> None:
        lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
        self.starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        self.values: Array = np.concatenate(rows) if len(rows) else np.zeros((0, width))

    @classmethod
    def grouped(cls, owners: Array, count: int) -> "Ragged":
        """Row r holds the positions at which ``owners`` is r."""
        made = cls((), width=0)
        made.starts = np.concatenate([[0], np.cumsum(np.bincount(owners, minlength=count))])
        made.values = np.argsort(owners, kind="stable")
        return made

    def expand(self, rows: Array) -> tuple[Array, Array]:
        """Positions of all values of these rows, and which of ``rows`` each belongs to."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        owner = np.repeat(np.arange(len(rows)), lengths)
        before = np.cumsum(lengths) - lengths
        return np.arange(len(owner)) - before[owner] + self.starts[rows][owner], owner


class TextTable:
    """Distinct texts with their vectors; many rows share a title, its vector is kept once."""

    def __init__(self, dim: int) -> None:
        self.texts: list[str] = []
        self._columns = Columns(vector=((dim,), np.float32), chinese=((), bool))
        self._known: dict[str, int] = {}
        self._lexical: sparse.csr_matrix | None = None
        self._headed: tuple[str, Array] | None = None

    def add(self, text: str, vector: Array) -> int:
        if text not in self._known:
            self._known[text] = len(self.texts)
            self.texts.append(text)
            values = {"vector": vector, "chinese": is_chinese(text)}
            self._columns.put(self._known[text], values)
        return self._known[text]

    @property
    def vectors(self) -> Array:
        return self._columns["vector"]

    def lexical(self, tfidf: CharTfidf) -> sparse.csr_matrix:
        """Sparse rows of all texts; only texts added since the last call are worked out."""
        done = self._lexical.shape[0] if self._lexical is not None else 0
        if self._lexical is None or done < len(self.texts):
            new = tfidf.rows(self.texts[done:])
            self._lexical = new if done == 0 else sparse.vstack([self._lexical, new], "csr")
        return self._lexical

    def headed(self, head: TitleSpace) -> Array:
        """All texts in the title space; only texts added since the last call are worked out."""
        if head.projection is None:
            return self.vectors
        name, kept = self._headed or ("", self.vectors[:0])
        done = len(kept) if name == head.name else 0
        if not done or done < len(self.texts):
            new = head.apply(self.vectors[done:], self.texts[done:])
            kept = np.concatenate([kept, new]) if done else new
            self._headed = head.name, kept
        return kept

    def chinese(self, rows: Array) -> Array:
        return np.asarray(self._columns["chinese"][rows])

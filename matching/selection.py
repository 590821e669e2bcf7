"""Inner loops of the exact search, compiled: they run beside each other in threads, and need one
pass where arrays of intermediate results would need ten."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit

from matching.columns import Array
from matching.tiles import WORD

Loop = TypeVar("Loop", bound=Callable[..., Any])

ROOM = 4  # candidates a row holds before it is cut back, in k
HALF = 32
ONE = np.uint64(1)
# A number whose top six bits differ for each of its 64 shifts tells which single bit is set.
SHIFTS, TOP = np.uint64(0x03F79D71B4CB0A89), np.uint64(58)
BIT_NUMBERS = np.argsort([(int(SHIFTS) << at) % 2**64 >> 58 for at in range(WORD)]).astype(np.uint8)


class Best:
    """The best columns of each row of a tile, gathered from blocks of similarities.

    A row holds its candidates unordered. When they fill its room it is cut back to the best ``k``
    and what is no more than ``slack`` below the last of them, which is then the row's threshold.
    """

    def __init__(self, rows: int, k: int, slack: float) -> None:
        self._k, self._slack = k, slack
        self._thresholds = np.full(rows, -np.inf, dtype=np.float32)
        self._similarities = np.empty((rows, ROOM * k), dtype=np.float32)
        self._columns = np.empty((rows, ROOM * k), dtype=np.int32)
        self._fill = np.zeros(rows, dtype=np.int64)

    def add(self, scores: Array, numbers: Array, bits: Array) -> None:
        """Take in the similarities (columns, rows) of the columns ``numbers``, where ``bits``
        (words, all columns) are set: bit i of word w for row 64 w + i."""
        at = 0
        while at < len(numbers):
            at, crowded = _keep_best(scores, numbers, bits, at, *self._state())
            if crowded:
                self._similarities = np.hstack([self._similarities, self._similarities])
                self._columns = np.hstack([self._columns, self._columns])

    def result(self, queries: Array, documents: Array, ranks: Array) -> tuple[Array, Array]:
        """Columns, -1 where there are fewer than k, and similarities (rows, k), best first.

        Neighbours that ``slack`` does not tell apart are compared in double precision; equals go by
        the columns' ``ranks``.
        """
        _cut_all(*self._state())
        width = max(self._k, int(self._fill.max()))
        empty = np.arange(width) >= self._fill[:, None]
        values = np.where(empty, np.float32(-np.inf), self._similarities[:, :width])
        values = values.astype(np.float64)
        columns = np.where(empty, -1, self._columns[:, :width])
        order = np.argsort(-values, axis=1)
        columns = np.take_along_axis(columns, order, axis=1)
        values = np.take_along_axis(values, order, axis=1)
        near = _tell_apart(queries, documents, columns, values, self._fill, self._slack)
        if near.any():
            order = np.lexsort((ranks[columns[near]], -values[near]), axis=1)
            columns[near] = np.take_along_axis(columns[near], order, axis=1)
            values[near] = np.take_along_axis(values[near], order, axis=1)
        return columns[:, : self._k], values[:, : self._k]

    def _state(self) -> tuple[int, float, Array, Array, Array, Array]:
        rows = self._thresholds, self._similarities, self._columns, self._fill
        return self._k, self._slack, *rows


def _compiled(loop: Loop) -> Loop:
    return cast("Loop", njit(nogil=True, cache=True)(loop))


@_compiled
def _keep_best(
    scores: Array,
    numbers: Array,
    bits: Array,
    start: int,
    k: int,
    slack: float,
    thresholds: Array,
    similarities: Array,
    columns: Array,
    fill: Array,
) -> tuple[int, bool]:
    """``Best.add`` from place ``start`` of the block. Returns the place to go on at, and whether a
    row was left with so many near ties that all need more room before."""
    room = similarities.shape[1]
    for at in range(start, len(numbers)):
        number, crowded = numbers[at], False
        for word in range(bits.shape[0]):
            left = bits[word, number] & _passing(scores[at], thresholds, word)
            while left:
                lowest = left & (~left + ONE)
                left ^= lowest
                row = word * WORD + BIT_NUMBERS[(lowest * SHIFTS) >> TOP]
                similarities[row, fill[row]] = scores[at, row]
                columns[row, fill[row]] = number
                fill[row] += 1
                if fill[row] == room:
                    _cut_back(row, k, slack, thresholds, similarities, columns, fill)
                    crowded |= 2 * fill[row] > room
        if crowded:
            return at + 1, True
    return len(numbers), False


@_compiled
def _cut_all(
    k: int, slack: float, thresholds: Array, similarities: Array, columns: Array, fill: Array
) -> None:
    """Cut every row back to its best ``k`` and what is too near to the last of them."""
    for row in range(len(fill)):
        if fill[row] > k:
            _cut_back(row, k, slack, thresholds, similarities, columns, fill)


@_compiled
def _tell_apart(
    queries: Array, documents: Array, columns: Array, values: Array, fill: Array, slack: float
) -> Array:
    """Replace those of each row's falling ``values`` (double precision) that are no more than
    ``slack`` from a neighbour by products in double precision. Returns whether a row had any."""
    changed = np.zeros(len(fill), dtype=np.bool_)
    for row in range(len(fill)):
        near_last = False
        for at in range(fill[row]):
            near_next = at + 1 < fill[row] and values[row, at] - values[row, at + 1] <= slack
            if near_last or near_next:
                changed[row] = True
                exact = 0.0
                document = documents[columns[row, at]]
                for place in range(len(document)):
                    exact += np.float64(queries[row, place]) * np.float64(document[place])
                values[row, at] = exact
            near_last = near_next
    return changed


@_compiled
def _passing(scores: Array, thresholds: Array, word: int) -> Any:
    """Bit i is set where row 64 ``word`` + i reaches its threshold."""
    passing = np.uint64(0)
    for half in range(2):
        first = word * WORD + half * HALF
        bits = np.uint32(0)
        if first + HALF <= len(scores):  # a fixed length lets the compiler compare many at once
            for at in range(HALF):
                bits |= np.uint32(scores[first + at] >= thresholds[first + at]) << np.uint32(at)
        else:
            for at in range(len(scores) - first):
                bits |= np.uint32(scores[first + at] >= thresholds[first + at]) << np.uint32(at)
        passing |= np.uint64(bits) << np.uint64(half * HALF)
    return passing


@_compiled
def _cut_back(
    row: int,
    k: int,
    slack: float,
    thresholds: Array,
    similarities: Array,
    columns: Array,
    fill: Array,
) -> None:
    bar = _kth_largest(similarities[row, : fill[row]].copy(), k) - np.float32(slack)
    kept = 0
    for at in range(fill[row]):
        if similarities[row, at] >= bar:
            similarities[row, kept] = similarities[row, at]
            columns[row, kept] = columns[row, at]
            kept += 1
    fill[row] = kept
    thresholds[row] = bar


@_compiled
def _kth_largest(values: Array, k: int) -> Any:
    """Hoare's selection; reorders ``values``."""
    low, high = 0, len(values) - 1
    while low < high:
        pivot = values[(low + high) >> 1]
        left, right = low, high
        while left <= right:
            while values[left] > pivot:
                left += 1
            while values[right] < pivot:
                right -= 1
            if left <= right:
                values[left], values[right] = values[right], values[left]
                left += 1
                right -= 1
        if k - 1 <= right:
            high = right
        elif k - 1 >= left:
            low = left
        else:
            break
    return values[k - 1]

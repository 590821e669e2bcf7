"""Exact top-k inner products under filters, in blocks that stay in cache.

Rows that are filtered alike share a tile, columns closed to a whole tile are never multiplied, the
filters left are tested on what passes the running k-th similarity. Single-precision products depend
a little on how a matrix is cut; similarities nearer to each other than that are compared in double
precision, so the order is that of the vectors alone, ties by id.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from matching.columns import Array
from matching.embedding.engine import allowed_cores
from matching.tiles import Packed, arrange_columns, pack, plan_tiles

__all__ = ["Found", "Packed", "pack", "top_k"]

FIRST_BLOCK, LAST_BLOCK = 128, 1024
MOST_WASTE = 1.4
WORTH_ARRANGING = 1024
PAIRS = 4096
RANK_BITS = 32
LOW, ONE = np.uint64(0xFFFFFFFF), np.uint64(1)
ROUNDING = 2.0**-18


@dataclass(frozen=True, slots=True)
class Found:
    """Per row up to k columns, best first, -1 where there are fewer; and their similarities."""

    columns: Array
    similarities: Array


def top_k(
    queries: Array,
    documents: Array,
    k: int,
    *,
    packed: Packed | None = None,
    ids: Array | None = None,
    threads: int = 0,
) -> Found:
    """The k most similar eligible documents of every query; ties go to the lower id.

    Exact: equal to sorting all eligible similarities. Memory: one tile of similarities a thread.
    """
    count = len(documents)
    columns = np.full((len(queries), k), -1, dtype=np.int64)
    similarities = np.full((len(queries), k), -np.inf, dtype=np.float32)
    if not count or not len(queries) or k <= 0:
        return Found(columns, similarities)
    search = _Search(queries, documents, min(k, count), packed, ids)

    def work(tile: Array) -> None:
        found, values = search.solve(tile)
        columns[tile, : search.k], similarities[tile, : search.k] = found, values

    _run(work, plan_tiles(packed, len(queries)), threads or allowed_cores())
    return Found(columns, similarities)


def _run(work: Callable[[Array], None], tiles: Sequence[Array], threads: int) -> None:
    from threadpoolctl import (  # type: ignore[import-untyped] # noqa: PLC0415 -- slow import
        threadpool_limits,
    )

    if threads <= 1 or len(tiles) < 2:
        for tile in tiles:
            work(tile)
        return
    with threadpool_limits(limits=1, user_api="blas"), ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, tiles))


class _Search:
    """One search: what all of its tiles share."""

    def __init__(
        self,
        queries: Array,
        documents: Array,
        k: int,
        packed: Packed | None,
        ids: Array | None,
    ) -> None:
        self.k = k
        queries = np.asarray(queries, dtype=np.float32)
        documents = np.asarray(documents, dtype=np.float32)
        self._queries = queries
        self._packed = packed if packed and packed.tables else None
        self._slack = ROUNDING * _longest(queries) * _longest(documents)
        order = np.arange(len(documents))
        if self._packed and len(queries) >= WORTH_ARRANGING:
            order = arrange_columns(self._packed)
            self._packed, documents = self._packed.arranged(order), documents[order]
        self._order = order
        self._documents = documents
        self._by_rank = np.argsort(order if ids is None else ids[order], kind="stable")
        self._late = np.empty(len(order), dtype=np.uint64)
        self._late[self._by_rank] = LOW - np.arange(len(order), dtype=np.uint64)

    def solve(self, tile: Array) -> tuple[Array, Array]:
        """Columns and similarities of the tile's rows, k wide."""
        queries = self._queries[tile]
        # Documents on the left: a narrow product runs a third faster this way round.
        turned = np.ascontiguousarray(queries.T)
        bits = self._packed.open_bits(tile) if self._packed else None
        best = _Best(len(tile), self.k, self._slack)
        room = np.empty((2, 2 * LAST_BLOCK * max(queries.shape)), dtype=np.float32)
        for columns, documents in self._blocks(bits, room[0]):
            size = len(tile) * len(columns)
            scores = np.matmul(documents, turned, out=room[1, :size].reshape(len(columns), -1))
            hits = np.flatnonzero((scores >= best.threshold).T)
            row, at = np.divmod(hits, len(columns))
            column, values = columns[at], scores[at, row]
            if bits is not None:
                keep = (bits[column] >> row.astype(np.uint64)) & ONE != 0
                row, column, values = row[keep], column[keep], values[keep]
            best.add(row, _keys(values, self._late[column]))
        return self._decide(queries, best.result())

    def _blocks(self, bits: Array | None, room: Array) -> Iterator[tuple[Array, Array]]:
        """Columns open to some row, with their vectors; a few closed ones are cheaper multiplied
        than copied around."""
        everything, width = np.arange(len(self._documents)), self._documents.shape[1]
        chosen = everything if bits is None else np.flatnonzero(bits)
        at, size = 0, FIRST_BLOCK
        while at < len(chosen):
            columns = chosen[at : at + size]
            first, last = int(columns[0]), int(columns[-1]) + 1
            if last - first <= len(columns) * MOST_WASTE:
                yield everything[first:last], self._documents[first:last]
            else:
                copied = room[: columns.size * width].reshape(-1, width)
                yield columns, np.take(self._documents, columns, axis=0, out=copied, mode="clip")
            at, size = at + size, min(size * 2, LAST_BLOCK)

    def _decide(self, queries: Array, keys: Array) -> tuple[Array, Array]:
        """The first k of sorted candidates, after neighbours too close to tell are told apart."""
        present = keys > 0
        columns = np.full(keys.shape, -1, dtype=np.int64)
        columns[present] = self._by_rank[(LOW - (keys[present] & LOW)).astype(np.int64)]
        values = np.where(present, _similarity(keys).astype(np.float64), -np.inf)
        near = present[:, 1:] & (values[:, :-1] <= values[:, 1:] + self._slack)
        close = np.zeros(keys.shape, dtype=bool)
        close[:, :-1] |= near
        close[:, 1:] |= near
        row, place = np.nonzero(close)
        for at in range(0, len(row), PAIRS):
            mine, here = row[at : at + PAIRS], place[at : at + PAIRS]
            theirs = self._documents[columns[mine, here]].astype(np.float64)
            values[mine, here] = np.einsum("ij,ij->i", queries[mine].astype(np.float64), theirs)
        if len(row):
            self._reorder(np.unique(row), columns, values)
        found = columns[:, : self.k]
        return np.where(found >= 0, self._order[found], -1), values[:, : self.k]

    def _reorder(self, rows: Array, columns: Array, values: Array) -> None:
        rank = np.where(columns[rows] >= 0, LOW - self._late[columns[rows]], LOW)
        order = np.lexsort((rank, -values[rows]), axis=1)
        columns[rows] = np.take_along_axis(columns[rows], order, axis=1)
        values[rows] = np.take_along_axis(values[rows], order, axis=1)


def _longest(vectors: Array) -> float:
    return float(np.sqrt(np.einsum("ij,ij->i", vectors, vectors).max(initial=0.0)))


class _Best:
    """The best keys of each row: a buffer cut back, when it fills up, to the k best and what is
    too close to the k-th to be told from it."""

    def __init__(self, rows: int, k: int, slack: float) -> None:
        self.threshold = np.full(rows, -np.inf, dtype=np.float32)
        self._k = k
        self._slack = slack
        self._keys = np.zeros((rows, 2 * k + LAST_BLOCK), dtype=np.uint64)
        self._fill = np.zeros(rows, dtype=np.int64)
        self._limit = 2 * k

    def add(self, row: Array, keys: Array) -> None:
        """Add keys; ``row`` is sorted."""
        if not len(row):
            return
        counts = np.bincount(row, minlength=len(self._fill))
        self._make_room(int((self._fill + counts).max()))
        first = np.cumsum(counts) - counts
        place = self._fill[row] + np.arange(len(row)) - first[row]
        self._keys[row, place] = keys
        self._fill += counts
        if int(self._fill.max()) >= self._limit:
            self._cut()

    def _make_room(self, width: int) -> None:
        if width > self._keys.shape[1]:
            larger = np.zeros((len(self._keys), width + LAST_BLOCK), dtype=np.uint64)
            larger[:, : self._keys.shape[1]] = self._keys
            self._keys = larger

    def _cut(self) -> None:
        used = int(self._fill.max())
        if used < self._k:
            return
        keys = self._keys[:, :used]
        keys[:] = np.sort(keys, axis=1)[:, ::-1]
        last = keys[:, self._k - 1]
        bar = _similarity(last) - np.float32(self._slack)
        self.threshold = np.where(last > 0, bar, -np.inf).astype(np.float32)
        keys[keys < _keys(self.threshold, np.zeros(len(keys), np.uint64))[:, None]] = 0
        self._fill = np.count_nonzero(keys, axis=1)
        self._limit = int(self._fill.max()) + self._k

    def result(self) -> Array:
        """Sorted, at least k wide, 0 where there is none."""
        self._cut()
        width = max(int(self._fill.max(initial=0)), self._k)
        return np.sort(self._keys[:, :width], axis=1)[:, ::-1]


def _keys(similarities: Array, late: Array) -> Array:
    """Similarity as an order-preserving integer above, the complement of the id rank below."""
    bits = similarities.astype(np.float32, copy=False).view(np.int32)
    ordered = (bits ^ ((bits >> 31) | np.int32(-(1 << 31)))).view(np.uint32)
    return (ordered.astype(np.uint64) << np.uint64(RANK_BITS)) | late


def _similarity(keys: Array) -> Array:
    ordered = (keys >> np.uint64(RANK_BITS)).astype(np.uint32)
    bits = np.where(ordered >> 31, ordered & np.uint32(0x7FFFFFFF), ~ordered)
    return bits.astype(np.uint32).view(np.float32)

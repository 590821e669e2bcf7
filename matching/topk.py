"""Exact top-k inner products under filters, in blocks that stay in cache.

Each row keeps a buffer of 64-bit keys (similarity above, id rank below), so that pruning by the
running k-th key, ties included, is plain integer comparison. Filters are tested on survivors only;
columns in whole classes that no row of a tile may have are never multiplied.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from matching.columns import Array
from matching.embedding.engine import allowed_cores

TILE_ROWS = 256
FIRST_BLOCK, LAST_BLOCK = 512, 2048
GAP = 64
RANK_BITS = 32

Eligible = Callable[[Array, Array], Array]


@dataclass(frozen=True, slots=True)
class Packed:
    """Filters of both sides as 64-bit words: eligible where ``need & lack`` is 0 in every word.

    ``columns`` puts similar columns side by side; ``cells`` are the starts of runs of columns with
    the same class, ``group`` the class of rows, and ``open`` tells which cells a group may enter.
    """

    need: Array
    lack: Array


def pack(tables: Sequence[Array], rows: Sequence[Array], columns: Sequence[Array]) -> Packed:
    """Pack judged class tables (non-zero excludes) into words, one bit a class of the smaller side.

    ``rows[i]`` and ``columns[i]`` are the class ids of both sides in table i.
    """
    bits: list[tuple[Array, Array]] = []
    for table, row, column in zip(tables, rows, columns, strict=True):
        bits += _bits_of(np.asarray(table) > 0, row, column)
    width = max(1, -(-len(bits) // 64))
    count = (len(rows[0]) if rows else 0, len(columns[0]) if columns else 0)
    lack = np.zeros((width, count[0]), dtype=np.uint64)
    need = np.zeros((width, count[1]), dtype=np.uint64)
    for place, (lacking, needing) in enumerate(bits):
        bit = np.uint64(1 << (place % 64))
        lack[place // 64] |= np.where(lacking, bit, np.uint64(0))
        need[place // 64] |= np.where(needing, bit, np.uint64(0))
    return Packed(need, lack)


def _bits_of(excluded: Array, row: Array, column: Array) -> Iterator[tuple[Array, Array]]:
    """One bit per distinct pattern on the side that has fewer patterns."""
    by_row, row_of = np.unique(excluded, axis=0, return_inverse=True)
    _, column_of = np.unique(excluded, axis=1, return_inverse=True)
    row_of, column_of = row_of.reshape(-1), column_of.reshape(-1)
    small = by_row[:, np.unique(column_of, return_index=True)[1]]
    if small.shape[0] <= small.shape[1]:
        for pattern in range(small.shape[0]):
            if small[pattern].any():
                yield row_of[row] == pattern, small[pattern][column_of[column]]
    else:
        for pattern in range(small.shape[1]):
            if small[:, pattern].any():
                yield small[:, pattern][row_of[row]], column_of[column] == pattern


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
    plan = _Plan(queries, documents, k, packed, ids)

    def work(tile: Array) -> None:
        columns[tile], similarities[tile] = plan.solve(tile)

    _run(work, plan.tiles(), threads or allowed_cores())
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


class _Plan:
    """Columns sorted by what they need, rows by what they lack: eligible pairs lie in slabs."""

    def __init__(
        self,
        queries: Array,
        documents: Array,
        k: int,
        packed: Packed | None,
        ids: Array | None,
    ) -> None:
        self.k = min(k, len(documents))
        self.width = k
        self.queries = queries
        self.packed = packed or Packed(
            np.zeros((1, len(documents)), np.uint64), np.zeros((1, len(queries)), np.uint64)
        )
        need = self.packed.need
        self.order = np.lexsort(need[::-1])
        self.need = np.ascontiguousarray(need[:, self.order])
        self.documents = documents[self.order]
        rank = np.arange(len(documents)) if ids is None else np.argsort(np.argsort(ids))
        self.rank = rank[self.order].astype(np.uint64)
        self.by_rank = np.empty(len(documents), dtype=np.int64)
        self.by_rank[rank] = np.arange(len(documents))
        change = (self.need[:, 1:] != self.need[:, :-1]).any(axis=0)
        self.starts = np.concatenate([[0], np.flatnonzero(change) + 1])
        self.ends = np.append(self.starts[1:], len(documents))

    def tiles(self) -> list[Array]:
        order = np.lexsort(self.packed.lack[::-1])
        return [order[at : at + TILE_ROWS] for at in range(0, len(order), TILE_ROWS)]

    def solve(self, tile: Array) -> tuple[Array, Array]:
        lack = np.ascontiguousarray(self.packed.lack[:, tile])
        queries = np.ascontiguousarray(self.queries[tile])
        best = _Best(len(tile), self.k)
        for start, end in self._blocks(lack):
            scores = queries @ self.documents[start:end].T
            hits = np.flatnonzero(scores >= best.threshold[:, None])
            row, column = np.divmod(hits, end - start)
            column += start
            keep = np.ones(len(hits), dtype=bool)
            for word in range(len(lack)):
                keep &= (self.need[word][column] & lack[word][row]) == 0
            best.add(row[keep], _keys(scores.reshape(-1)[hits[keep]], self.rank[column[keep]]))
        return self._decode(best.result(), len(tile))

    def _decode(self, keys: Array, rows: int) -> tuple[Array, Array]:
        columns = np.full((rows, self.width), -1, dtype=np.int64)
        similarities = np.full((rows, self.width), -np.inf, dtype=np.float32)
        found = keys > 0
        rank = np.uint64(0xFFFFFFFF) - (keys & np.uint64(0xFFFFFFFF))
        at = np.zeros(keys.shape, dtype=np.int64)
        at[found] = self.by_rank[rank[found].astype(np.int64)]
        columns[:, : self.k] = np.where(found, at, -1)
        similarities[:, : self.k] = np.where(found, _similarity(keys), -np.inf)
        return columns, similarities

    def _blocks(self, lack: Array) -> Iterator[tuple[int, int]]:
        """Runs of columns that some row of the tile may have, cut into growing blocks."""
        size = FIRST_BLOCK
        for start, end in self._runs(lack):
            at = start
            while at < end:
                yield at, min(at + size, end)
                at += size
                size = min(size * 2, LAST_BLOCK)

    def _runs(self, lack: Array) -> list[tuple[int, int]]:
        patterns = np.unique(lack, axis=1)
        needed = self.need[:, self.starts]
        open_cells = np.zeros(len(self.starts), dtype=bool)
        for pattern in patterns.T:
            open_cells |= ((needed & pattern[:, None]) == 0).all(axis=0)
        runs: list[tuple[int, int]] = []
        for start, end in zip(self.starts[open_cells], self.ends[open_cells], strict=True):
            if runs and start - runs[-1][1] <= GAP:
                runs[-1] = (runs[-1][0], int(end))
            else:
                runs.append((int(start), int(end)))
        return runs


class _Best:
    """The best keys of each row: a buffer that is cut back to k when it fills up."""

    def __init__(self, rows: int, k: int) -> None:
        self.k = k
        self.threshold = np.full(rows, -np.inf, dtype=np.float32)
        self._keys = np.zeros((rows, k + 2 * LAST_BLOCK), dtype=np.uint64)
        self._fill = np.zeros(rows, dtype=np.int64)

    def add(self, row: Array, keys: Array) -> None:
        """Add keys; ``row`` is sorted."""
        if not len(row):
            return
        counts = np.bincount(row, minlength=len(self._fill))
        if int((self._fill + counts).max()) > self._keys.shape[1]:
            self._cut()
        first = np.cumsum(counts) - counts
        place = self._fill[row] + np.arange(len(row)) - first[row]
        self._keys[row, place] = keys
        self._fill += counts
        if (self._fill >= self.k).any() and int(self._fill.max()) >= 2 * self.k:
            self._cut()

    def _cut(self) -> None:
        used = int(self._fill.max())
        if used <= self.k:
            return
        kept = np.partition(self._keys[:, :used], used - self.k, axis=1)[:, used - self.k :]
        self._keys[:, : self.k] = kept
        self._keys[:, self.k : used] = 0
        self._fill = np.minimum(self._fill, self.k)
        # the k smallest positions may hold empties in front: fill counts non-empty ones at the end
        full = kept[:, 0] > 0
        self.threshold = np.where(full, _similarity(kept[:, 0]), -np.inf).astype(np.float32)
        self._keys[:, : self.k] = np.sort(kept, axis=1)[:, ::-1]

    def result(self) -> Array:
        used = max(int(self._fill.max(initial=0)), self.k)
        return np.sort(self._keys[:, :used], axis=1)[:, ::-1][:, : self.k]


def _keys(similarities: Array, rank: Array) -> Array:
    """Similarity as an order-preserving integer above, the complement of the id rank below."""
    bits = similarities.astype(np.float32).view(np.uint32)
    ordered = np.where(bits >> 31, ~bits, bits | np.uint32(0x80000000)).astype(np.uint64)
    return (ordered << np.uint64(RANK_BITS)) | (np.uint64(0xFFFFFFFF) - rank)


def _similarity(keys: Array) -> Array:
    ordered = (keys >> np.uint64(RANK_BITS)).astype(np.uint32)
    bits = np.where(ordered >> 31, ordered & np.uint32(0x7FFFFFFF), ~ordered)
    return bits.astype(np.uint32).view(np.float32)

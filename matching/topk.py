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

BLOCK = 1024
MOST_WASTE = 1.4
WORTH_ARRANGING = 1024
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
    if packed is None or not packed.tables:
        packed = Packed((), (), (), (len(queries), count))
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
        packed: Packed,
        ids: Array | None,
    ) -> None:
        self.k = k
        self._queries = np.asarray(queries, dtype=np.float32)
        documents = np.asarray(documents, dtype=np.float32)
        self._slack = ROUNDING * _longest(self._queries) * _longest(documents)
        order = np.arange(len(documents))
        if packed.tables and len(queries) >= WORTH_ARRANGING:
            order = arrange_columns(packed)
            packed, documents = packed.arranged(order), documents[order]
        self._order, self._packed = order, packed
        self._documents = np.ascontiguousarray(documents)
        self._ranks = np.argsort(np.argsort(order if ids is None else ids[order], kind="stable"))

    def solve(self, tile: Array) -> tuple[Array, Array]:
        """Columns and similarities of the tile's rows, k wide, -1 where there are fewer."""
        from matching.selection import Best  # noqa: PLC0415 -- numba; a web process has no use for it

        queries = self._queries[tile]
        # Documents on the left: a narrow product runs a third faster this way round.
        turned = np.ascontiguousarray(queries.T)
        bits = self._packed.open_bits(tile)
        best = Best(len(tile), self.k, self._slack)
        room = np.empty(int(MOST_WASTE * BLOCK) * len(tile), dtype=np.float32)
        for numbers, documents in self._blocks(bits):
            scores = room[: len(numbers) * len(tile)].reshape(len(numbers), -1)
            best.add(np.matmul(documents, turned, out=scores), numbers, bits)
        found, values = best.result(queries, self._documents, self._ranks)
        return np.where(found >= 0, self._order[found], -1), values

    def _blocks(self, bits: Array) -> Iterator[tuple[Array, Array]]:
        """Columns open to some row, with their vectors; a few closed ones are cheaper multiplied
        than copied around."""
        chosen = np.flatnonzero(np.bitwise_or.reduce(bits, axis=0))
        copied = np.empty((BLOCK, self._documents.shape[1]), dtype=np.float32)
        for at in range(0, len(chosen), BLOCK):
            columns = chosen[at : at + BLOCK]
            first, last = int(columns[0]), int(columns[-1]) + 1
            if last - first <= len(columns) * MOST_WASTE:
                yield np.arange(first, last), self._documents[first:last]
            else:
                out = copied[: len(columns)]
                yield columns, np.take(self._documents, columns, axis=0, out=out, mode="clip")


def _longest(vectors: Array) -> float:
    return float(np.sqrt(np.einsum("ij,ij->i", vectors, vectors).max(initial=0.0)))

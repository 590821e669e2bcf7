"""Filters of a search, and rows grouped so that a tile of them has few columns open.

Hard filters come as tables of class pairs. A row's *leading* table is the one that leaves it the
fewest columns; rows that lead alike lie together, so a tile multiplies little that nobody in it
may have.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matching.columns import Array

WORD = 64
TILE_ROWS = 3 * WORD
LEAST_ROWS = 24
MAX_CHAINED = 1500


@dataclass(frozen=True, slots=True)
class Packed:
    """Excluded class pairs: (r, c) is eligible unless ``tables[i][rows[i][r], columns[i][c]]`` is
    set for some i. ``count`` is the number of rows and of columns."""

    tables: tuple[Array, ...]
    rows: tuple[Array, ...]
    columns: tuple[Array, ...]
    count: tuple[int, int]

    def open_bits(self, tile: Array) -> Array:
        """(words of 64 bits, columns): bit i of word w is set where row ``tile[64 w + i]`` may
        have the column."""
        bits = np.repeat(_as_words(np.ones((len(tile), 1), dtype=bool)), self.count[1], axis=1)
        for table, row, column in zip(self.tables, self.rows, self.columns, strict=True):
            used, place = np.unique(row[tile], return_inverse=True)
            closed = table[used]
            if closed.any():
                bits &= np.take(_as_words(~closed[place]), column, axis=1)
        return bits

    def eligible(self, row: Array, column: Array) -> Array:
        """Whether pairs pass all tables; the numbers of both sides broadcast together."""
        fine = np.ones(np.broadcast_shapes(np.shape(row), np.shape(column)), dtype=bool)
        for table, mine, theirs in zip(self.tables, self.rows, self.columns, strict=True):
            fine &= ~table[mine[row], theirs[column]]
        return fine

    def arranged(self, order: Array) -> "Packed":
        """The same filters for columns in another order."""
        return replace(self, columns=tuple(column[order] for column in self.columns))


def pack(tables: Sequence[Array], rows: Sequence[Array], columns: Sequence[Array]) -> Packed:
    """Filters from judged class tables (non-zero excludes); tables that exclude nothing drop out.

    ``rows[i]`` and ``columns[i]`` are the class ids of both sides in table i.
    """
    count = (len(rows[0]), len(columns[0])) if len(rows) else (0, 0)
    excluded = [np.asarray(table) > 0 for table in tables]
    used = [at for at, table in enumerate(excluded) if table.any()]
    return Packed(
        tuple(excluded[at] for at in used),
        tuple(np.asarray(rows[at]) for at in used),
        tuple(np.asarray(columns[at]) for at in used),
        count,
    )


def _as_words(patterns: Array) -> Array:
    """Rows of booleans as words per column, row 0 in the lowest bit of the first word."""
    rows, columns = patterns.shape
    packed = np.zeros((columns, -(-rows // WORD) * WORD // 8), dtype=np.uint8)
    found = np.packbits(patterns.T, axis=1, bitorder="little")
    packed[:, : found.shape[1]] = found
    return np.ascontiguousarray(packed.view("<u8").T, dtype=np.uint64)


def arrange_columns(packed: Packed) -> Array:
    """An order that brings columns asking for alike side by side, the choosiest table first."""
    shares = _open_shares(packed).mean(axis=1)
    keys = [
        _alike_together(table.T)[column]
        for table, column in zip(packed.tables, packed.columns, strict=True)
    ]
    return np.lexsort([keys[at] for at in np.argsort(-shares, kind="stable")])


def plan_tiles(packed: Packed, rows: int) -> list[Array]:
    """All row numbers, cut into tiles of rows that are filtered alike."""
    if not packed.tables:
        everyone = np.arange(rows)
        return [everyone[at : at + TILE_ROWS] for at in range(0, rows, TILE_ROWS)]
    shares = _open_shares(packed)
    leading = shares.argmin(axis=0)
    chained = [
        _alike_together(table)[row] for table, row in zip(packed.tables, packed.rows, strict=True)
    ]
    own = np.stack(chained)[leading, np.arange(rows)]
    by_effect = np.argsort(-shares.mean(axis=1), kind="stable")
    order = np.lexsort([*(chained[at] for at in by_effect), own, leading])
    return list(_cut(order, leading[order], own[order]))


def _open_shares(packed: Packed) -> Array:
    """Per table and row the share of columns that the row's class may have."""
    shares = []
    for table, row, column in zip(packed.tables, packed.rows, packed.columns, strict=True):
        weight = np.bincount(column, minlength=table.shape[1]) / max(packed.count[1], 1)
        shares.append((~table @ weight)[row])
    return np.array(shares)


def _alike_together(table: Array) -> Array:
    """A place per class such that classes with similar patterns are neighbours: from each class
    on to the nearest one left, starting at the one that excludes least."""
    count = len(table)
    if count > MAX_CHAINED:
        return np.argsort(np.lexsort(table.T[::-1]))
    patterns = table.astype(np.float32)
    size = patterns.sum(axis=1)
    distance = size[:, None] + size[None, :] - 2 * patterns @ patterns.T
    place = np.zeros(count, dtype=np.int64)
    done = np.zeros(count, dtype=np.float32)
    at = int(size.argmin())
    for step in range(count):
        place[at] = step
        done[at] = np.inf
        at = int((distance[at] + done).argmin())
    return place


def _cut(order: Array, leading: Array, own: Array) -> Iterator[Array]:
    """Tiles end where the leading table changes, where the leading class changes once they hold
    ``LEAST_ROWS``, and at ``TILE_ROWS``."""
    switch = leading[1:] != leading[:-1]
    ends = [*(np.flatnonzero(switch | (own[1:] != own[:-1])) + 1).tolist(), len(order)]
    must_end = {*(np.flatnonzero(switch) + 1).tolist(), len(order)}
    start = 0
    for end in ends:
        while end - start > TILE_ROWS:
            yield order[start : start + TILE_ROWS]
            start += TILE_ROWS
        if end - start >= LEAST_ROWS or (end in must_end and end > start):
            yield order[start:end]
            start = end

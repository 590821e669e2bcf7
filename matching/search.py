"""Lists for students (rows) and for a posting (a column), from the same filters and the same score.

Candidates of the exact score come from three sides, each under all hard filters: dense similarity,
character similarity of titles, and equal occupation codes.
"""

from dataclasses import dataclass

import numpy as np

from matching.checks import Checks
from matching.classes import judge_all, judge_one
from matching.columns import Array
from matching.containers import CandidateIndex, PostingIndex
from matching.criteria import Weights
from matching.explain import build_score
from matching.filters import count_missing
from matching.reference import Reference
from matching.scoring import PostingSide, Scorer, Scores
from matching.topk import pack, top_k
from matching.types import MatchScore

BLOCK, LEAST_BLOCK = 256, 32
COLUMN_BLOCK = 4096  # candidates whose vectors are copied at a time for one posting
TITLE_CELLS = 2_000_000  # rows times distinct titles of a block: what its similarities may take
BREADTH = 4
MIN_CANDIDATES = 200
ORDER_DECIMALS = 4


@dataclass(frozen=True)
class MatchList:
    """Scored pairs of one student or one posting, best first, ties by the other side's id.

    ``ids`` are the other side's; ``one_step`` marks pairs that lack one reachable condition: they
    come after all eligible ones. ``scores()`` explains on demand, from these very numbers.
    """

    id: int
    ids: Array
    totals: Array
    coverage: Array
    one_step: Array
    numbers: Scores
    _pairs: tuple[Array, Array]
    _sources: tuple[CandidateIndex, PostingIndex, Weights]
    _checks: Checks | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def scores(self, limit: int | None = None) -> list[MatchScore]:
        return [self.score(place) for place in range(len(self))[:limit]]

    def score(self, place: int) -> MatchScore:
        candidates, postings, weights = self._sources
        row, column = int(self._pairs[0][place]), int(self._pairs[1][place])
        candidate = candidates.items[row]
        return build_score(
            candidate,
            postings.items[column],
            self.numbers,
            place,
            rules=postings.rules,
            weights=weights,
            informative=bool(postings.columns["informative"][column]),
            checks=None if self._checks is None else self._checks.of(candidate),
        )


def match_rows(
    candidates: CandidateIndex,
    postings: PostingIndex,
    *,
    reference: Reference,
    weights: Weights | None = None,
    k: int = 50,
    one_step: int = 5,
    threads: int = 0,
) -> list[MatchList]:
    """The best ``k`` eligible postings of every candidate, then up to ``one_step`` that are one
    reachable condition away. One list per candidate, in the order of ``candidates.ids``."""
    if not len(candidates) or not len(postings):
        return [_empty(candidates, postings, int(i), weights or Weights()) for i in candidates.ids]
    side = posting_side(postings, reference, weights or Weights())
    lists: list[MatchList] = []
    block = min(BLOCK, max(LEAST_BLOCK, TITLE_CELLS // len(postings.titles.texts)))
    for start in range(0, len(candidates), block):
        rows = np.arange(start, min(start + block, len(candidates)))
        lists += _Block(candidates, rows, side, threads).lists(k, one_step)
    return lists


def match_column(
    vacancy_id: int,
    postings: PostingIndex,
    candidates: CandidateIndex,
    *,
    reference: Reference,
    weights: Weights | None = None,
    k: int | None = None,
) -> MatchList:
    """Every candidate for one posting: eligible ones best first, then those one step short.

    Exact: all eligible candidates are scored. ``k`` cuts the eligible part.
    """
    weights = weights or Weights()
    if not len(candidates):
        return _empty(candidates, postings, vacancy_id, weights)
    alone = postings.alone(vacancy_id)
    everyone = np.arange(len(candidates))
    tables = judge_one(candidates.hard_side(everyone), alone.items[0], alone.rules)
    missing = count_missing(tables, everyone, np.zeros(1, dtype=np.int64))
    rows = np.flatnonzero(missing <= 1)
    if not len(rows):
        return _empty(candidates, postings, vacancy_id, weights)
    only = np.zeros(len(rows), dtype=np.int64)
    side = posting_side(alone, reference, weights)
    numbers = Scores.joined(
        [
            Scorer(candidates, part, side, columns=only[:1]).score(
                np.arange(len(part)), only[: len(part)]
            )
            for part in np.split(rows, range(COLUMN_BLOCK, len(rows), COLUMN_BLOCK))
        ]
    )
    kept = _ranked(numbers.total, candidates.ids[rows], missing[rows] > 0, k, None)
    return _list_of(
        vacancy_id,
        candidates.ids,
        numbers.take(kept),
        (rows[kept], only[kept]),
        missing[rows[kept]] > 0,
        (candidates, alone, weights),
        Checks(alone.items[0], alone.rules),
    )


def posting_side(postings: PostingIndex, reference: Reference, weights: Weights) -> PostingSide:
    """Kept with the index until a posting changes or another reference is asked for."""
    side: PostingSide | None = postings.prepared
    if (
        side is None
        or side.revision != postings.revision
        or side.reference is not reference
        or side.weights != weights
    ):
        side = PostingSide(postings, reference, weights)
        postings.prepared = side
    return side


class _Block:
    """Some hundred candidates against all postings."""

    def __init__(
        self, candidates: CandidateIndex, rows: Array, side: PostingSide, threads: int
    ) -> None:
        self._candidates = candidates
        self._rows = rows
        self._side = side
        self._postings = side.index
        self._threads = threads
        self._tables = judge_all(
            candidates.hard_side(rows), self._postings.hard, self._postings.columns["hard"]
        )
        self._scorer = Scorer(candidates, rows, side)

    def lists(self, k: int, one_step: int) -> list[MatchList]:
        found = self._search(max(BREADTH * k, MIN_CANDIDATES), exclude_from=1)
        short = self._one_step_columns(one_step)
        return [
            self._list(row, self._union(row, found[row], short), k, one_step)
            for row in range(len(self._rows))
        ]

    def _search(self, k: int, exclude_from: int) -> Array:
        used = [table for table in self._tables if (table.cells >= exclude_from).any()]
        packed = pack(
            [table.cells >= exclude_from for table in used],
            [table.rows for table in used],
            [table.columns for table in used],
        )
        return top_k(
            self._candidates.columns["search"][self._rows],
            self._postings.columns["search"],
            k,
            packed=packed if used else None,
            ids=self._postings.ids,
            threads=self._threads,
        ).columns

    def _one_step_columns(self, one_step: int) -> Array:
        """Postings with a condition that is missing yet reachable for someone here."""
        if not one_step:
            return np.zeros(0, dtype=np.int64)
        reach = np.zeros(len(self._postings), dtype=bool)
        for table in self._tables:
            reach |= (table.cells == 1).any(axis=0)[table.columns]
        return np.flatnonzero(reach)

    def _union(self, row: int, dense: Array, short: Array) -> Array:
        sides = [dense[dense >= 0], self._near_titles(row), self._same_occupation(row), short]
        return np.unique(np.concatenate(sides))

    def _near_titles(self, row: int) -> Array:
        """Postings whose title shares most characters with one of the candidate's targets."""
        targets = self._scorer.targets[row]
        wanted = [self._scorer.nearest_titles(int(t)) for t in targets[targets >= 0]]
        if not wanted:
            return np.zeros(0, dtype=np.int64)
        return self._postings_titled(np.unique(np.concatenate(wanted)))

    def _postings_titled(self, titles: Array) -> Array:
        at, _ = self._side.by_title.expand(titles)
        return self._side.by_title.values[at]

    def _same_occupation(self, row: int) -> Array:
        codes = self._candidates.columns["occupations"][self._rows[row], :, 3]
        known = [self._side.by_occupation.get(int(code)) for code in codes if code >= 0]
        return np.concatenate([rows for rows in known if rows is not None] or [_NONE])

    def _list(self, row: int, columns: Array, k: int, one_step: int) -> MatchList:
        missing = count_missing(self._tables, np.full(len(columns), row), columns)
        columns, missing = columns[missing <= 1], missing[missing <= 1]
        columns, missing = self._narrow(row, columns, missing, k)
        numbers = self._scorer.score(np.full(len(columns), row), columns)
        kept = _ranked(numbers.total, self._postings.ids[columns], missing > 0, k, one_step)
        at = int(self._rows[row])
        return _list_of(
            int(self._candidates.ids[at]),
            self._postings.ids,
            numbers.take(kept),
            (np.full(len(kept), at), columns[kept]),
            missing[kept] > 0,
            (self._candidates, self._postings, self._side.weights),
        )

    def _narrow(self, row: int, columns: Array, missing: Array, k: int) -> tuple[Array, Array]:
        """At most twice the dense candidates: popular titles and occupations fill lists of all."""
        most = 2 * max(BREADTH * k, MIN_CANDIDATES)
        if len(columns) <= most:
            return columns, missing
        query = self._candidates.columns["search"][self._rows[row]]
        near = self._postings.columns["search"][columns] @ query
        kept = np.sort(np.lexsort((self._postings.ids[columns], -near))[:most])
        return columns[kept], missing[kept]


_NONE = np.zeros(0, dtype=np.int64)


def _ranked(totals: Array, ids: Array, short: Array, k: int | None, one_step: int | None) -> Array:
    """Positions in order: eligible before one step short, higher total first, then lower id."""
    order = np.lexsort((ids, -np.round(totals, ORDER_DECIMALS), short))
    eligible, almost = order[~short[order]], order[short[order]]
    return np.concatenate([eligible[:k], almost[:one_step]])


def _list_of(
    item_id: int,
    ids: Array,
    numbers: Scores,
    pairs: tuple[Array, Array],
    short: Array,
    sources: tuple[CandidateIndex, PostingIndex, Weights],
    checks: Checks | None = None,
) -> MatchList:
    """``checks`` are those of the posting, when the list is of candidates."""
    other = ids[pairs[1] if checks is None else pairs[0]]
    return MatchList(
        item_id, other, numbers.total, numbers.coverage, short, numbers, pairs, sources, checks
    )


def _empty(
    candidates: CandidateIndex, postings: PostingIndex, item_id: int, weights: Weights
) -> MatchList:
    zero = np.zeros((0, 5))
    numbers = Scores(zero, zero.astype(bool), zero, zero[:, 0], zero[:, 0], _NONE)
    pairs = (_NONE, _NONE)
    sources = (candidates, postings, weights)
    return MatchList(
        item_id, _NONE, zero[:, 0], zero[:, 0], _NONE.astype(bool), numbers, pairs, sources
    )

"""The score of many eligible pairs at once. Parts add up to the total; nothing unknown lowers it.

``values`` are the criteria in 0–1. A total is 0–100: the mean of the known criteria by weight.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching.classes import CandidateSide, Table, judge_all, judge_one
from matching.columns import Array, Ragged
from matching.containers import CandidateIndex, PostingIndex
from matching.criteria import (
    CRITERIA,
    OCCUPATION_CLOSENESS,
    PREFERENCE_SHARES,
    SOFT_FAMILIES,
    Weights,
    weighted_mean,
)
from matching.eligibility import experience_years
from matching.heads.title_space import title_space
from matching.lexical import similarities, title_tfidf
from matching.reference import Reference
from matching.skills import AskedSkills, ShownSkills, TradeSkills, cover

NEUTRAL = 0.5
NEAR_TITLES = 48
MAJOR_SHARE, PRIOR_SHARE = 0.75, 0.25
DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Scores:
    """Scored pairs, one row each; columns in the order of ``CRITERIA``."""

    values: Array
    known: Array
    points: Array
    total: Array
    coverage: Array
    best_title: Array

    def __len__(self) -> int:
        return len(self.total)

    def take(self, rows: Array) -> "Scores":
        return Scores(*(getattr(self, name)[rows] for name in self.__slots__))

    @classmethod
    def joined(cls, parts: Sequence["Scores"]) -> "Scores":
        return cls(*(np.concatenate([getattr(p, name) for p in parts]) for name in cls.__slots__))


class PostingSide:
    """What scoring needs of all postings, worked out once per state of the index.

    What depends on a single posting or title is kept with the index: a change costs its own part.
    """

    def __init__(self, postings: PostingIndex, reference: Reference, weights: Weights) -> None:
        self.index = postings
        self.reference = reference
        self.weights = weights
        self.revision = postings.revision
        kept = postings.asked.of(reference.rarity, weights)
        self.asked = AskedSkills(postings.items, reference.rarity, weights, kept)
        self.lexical = postings.titles.lexical(title_tfidf())
        self.head = title_space(postings.encoder_name)
        self.titles = postings.titles.headed(self.head)
        self.by_title = Ragged.grouped(postings.columns["title"], len(postings.titles.texts))
        self.by_occupation = _rows_by_occupation(postings)


def _rows_by_occupation(postings: PostingIndex) -> dict[int, Array]:
    row, place = np.nonzero(postings.columns["occupations"][:, :, 3] >= 0)
    if not len(row):
        return {}
    codes = postings.columns["occupations"][row, place, 3]
    order = np.argsort(codes, kind="stable")
    used, starts = np.unique(codes[order], return_index=True)
    groups = np.split(row[order], starts[1:])
    return {int(code): group for code, group in zip(used, groups, strict=True)}


class Scorer:
    """Scores pairs of some candidates (``rows`` of their index) with any posting.

    Pairs are (position in ``rows``, row of the posting). Title similarities of the distinct titles
    on both sides are worked out on construction: keep ``rows`` to some hundreds, or ``columns`` to
    few postings.
    """

    def __init__(
        self,
        candidates: CandidateIndex,
        rows: Array,
        side: PostingSide,
        columns: Array | None = None,
    ) -> None:
        postings = side.index
        self._mine = {name: _single(candidates.columns[name][rows]) for name in _CANDIDATE_COLUMNS}
        self._theirs = postings.columns
        self._side = side
        self._reference = side.reference
        items = [candidates.items[row] for row in rows]
        self._years = np.array(
            [np.nan if (y := experience_years(c, postings.rules)) is None else y for c in items]
        )
        self._shown = ShownSkills(
            items, side.asked.vocabulary, postings.rules.now_year, candidates.shown
        )
        self._trade = TradeSkills(items, side.asked.vocabulary, side.reference.rarity)
        self._soft = _judge_soft(candidates.soft_side(rows), postings, columns)
        self._titles = _TitleViews(candidates, self._mine, side, columns)

    def score(self, row: Array, column: Array) -> Scores:
        """Score the pairs (row[i], column[i])."""
        title, best_title = self._titles.best(row, column)
        wished = weighted_mean([title, self._coded(row, column)], [0.5, 0.5])
        by_trade = self._trade.share(self._side.asked, row, column)
        occupation = np.where(np.isnan(by_trade), wished, by_trade)
        skills = cover(self._side.asked, self._shown, self._mine["listed"], row, column)
        duties, prior = self._dense(row, column)
        soft = dict(
            zip(
                (family.name for family in SOFT_FAMILIES),
                (table.at(row, column).astype(np.float64) for table in self._soft),
                strict=True,
            )
        )
        experience = weighted_mean([duties, self._experience_years(row, column)], [0.5, 0.5])
        fields = weighted_mean([soft["major"], prior], [MAJOR_SHARE, PRIOR_SHARE])
        soft["pay"] = self._pay(row, column)
        preference = weighted_mean(
            [soft[name] for name in PREFERENCE_SHARES], list(PREFERENCE_SHARES.values())
        )
        parts = [occupation, skills.covered, experience, fields, preference]
        return combine(
            parts, skills.other, self._side.weights, best_title, guessed=~np.isnan(by_trade)
        )

    @property
    def targets(self) -> Array:
        """Per candidate its target titles as numbers for ``nearest_titles``, -1 where fewer."""
        return self._titles.targets

    def nearest_titles(self, target: int) -> Array:
        """Posting titles that share most characters with a target title."""
        return self._titles.nearest(target)

    def _coded(self, row: Array, column: Array) -> Array:
        """Closest pair of occupation codes by their shared leading parts."""
        mine, theirs = self._mine["occupations"][row], self._theirs["occupations"][column]
        width = int(max((mine[:, :, 0] >= 0).sum(1).max(initial=1), 1))
        breadth = int(max((theirs[:, :, 0] >= 0).sum(1).max(initial=1), 1))
        mine, theirs = mine[:, :width, None, :], theirs[:, None, :breadth, :]
        depth = ((mine == theirs) & (mine >= 0)).sum(axis=3).max(axis=(1, 2))
        stated = (mine[:, 0, 0, 0] >= 0) & (theirs[:, 0, 0, 0] >= 0)
        return np.where(stated, OCCUPATION_CLOSENESS[depth], np.nan)

    def _dense(self, row: Array, column: Array) -> tuple[Array, Array]:
        """Experience against duties; field of study against title and duties."""
        theirs = self._theirs["has_duties"][column]
        duties = _pair_dots(self._mine["duties"], row, self._theirs["duties"], column)
        field_duties = _pair_dots(self._mine["field"], row, self._theirs["duties"], column)
        duties = self._reference.scale("duties", duties)
        field_duties = self._reference.scale("field_duties", field_duties)
        has_field = self._mine["has_field"][row]
        told = np.where(self._mine["has_duties"][row] & theirs, duties, np.nan)
        by_duties = np.where(has_field & theirs, field_duties, np.nan)
        by_title = self._titles.field(row, column)
        by_title[~has_field] = np.nan
        return told, weighted_mean([by_title, by_duties], [0.5, 0.5])

    def _experience_years(self, row: Array, column: Array) -> Array:
        asked, has = self._theirs["years"][column], self._years[row]
        share = np.minimum(1.0, has / np.maximum(asked, 1e-9))
        return np.where((asked > 0) & ~np.isnan(has), share, np.nan)

    def _pay(self, row: Array, column: Array) -> Array:
        ratio = self._theirs["pay"][column] / np.maximum(self._mine["pay"][row], 1.0)
        return np.minimum(1.0, np.where(np.isnan(ratio), np.nan, ratio)) ** 2


def _single(column: Array) -> Array:
    """Products of halves are slow."""
    return column.astype(np.float32) if column.dtype == np.float16 else column


def _judge_soft(side: CandidateSide, postings: PostingIndex, columns: Array | None) -> list[Table]:
    """One posting is judged alone; for many, judgements of classes are kept with the index."""
    if columns is None or len(columns) != 1:
        return judge_all(side, postings.soft, postings.columns["soft"])
    tables = judge_one(side, postings.items[int(columns[0])], postings.rules)
    anywhere = np.zeros(len(postings), dtype=np.int32)
    return [Table(table.rows, anywhere, table.cells) for table in tables]


_CANDIDATE_COLUMNS = (
    "titles occupations duties has_duties field has_field pay listed".split()  # noqa: SIM905
)


class _TitleViews:
    """Similarities of every distinct title of the candidates with every distinct posting title."""

    def __init__(
        self,
        candidates: CandidateIndex,
        mine: dict[str, Array],
        side: PostingSide,
        columns: Array | None,
    ) -> None:
        table = side.index.titles
        titles = side.index.columns["title"]
        wanted = np.arange(len(table.texts)) if columns is None else np.unique(titles[columns])
        self._place = np.zeros(len(table.texts), dtype=np.int64)
        self._place[wanted] = np.arange(len(wanted))
        self._title_of = titles
        self._named = np.array([bool(text) for text in table.texts], dtype=bool)
        used = np.unique(mine["titles"])
        used = used[used >= 0]
        self._targets = np.where(mine["titles"] >= 0, np.searchsorted(used, mine["titles"]), -1)
        mine_headed = candidates.titles.headed(side.head)[used]
        dense = side.reference.scale("titles", mine_headed @ side.titles[wanted].T)
        self._nearest: dict[int, Array] = {}
        self._lexical = similarities(
            candidates.titles.lexical(title_tfidf())[used], side.lexical[wanted]
        )
        same_script = candidates.titles.chinese(used)[:, None] == table.chinese(wanted)[None, :]
        both = np.where(same_script, (dense + self._lexical) / 2, dense)
        self._views = np.concatenate([both, np.zeros((1, len(wanted)))])
        self._field = side.reference.scale("field_title", mine["field"] @ table.vectors[wanted].T)

    @property
    def targets(self) -> Array:
        return self._targets

    def nearest(self, target: int) -> Array:
        if target not in self._nearest:
            row = self._lexical[target]
            many = min(NEAR_TITLES, len(row))
            near = np.argpartition(-row, many - 1)[:many]
            self._nearest[target] = near[row[near] > 0]
        return self._nearest[target]

    def best(self, row: Array, column: Array) -> tuple[Array, Array]:
        """The closest target title of each pair: its similarity (NaN if none) and its place."""
        title = self._title_of[column]
        targets = self._targets[row]
        found = self._views[targets, self._place[title][:, None]]
        found = np.where(targets >= 0, found, -1.0)
        best = found.argmax(axis=1)
        value = found[np.arange(len(row)), best]
        return np.where((value >= 0) & self._named[title], value, np.nan), best

    def field(self, row: Array, column: Array) -> Array:
        title = self._title_of[column]
        value = self._field[row, self._place[title]].astype(np.float64)
        return np.where(self._named[title], value, np.nan)


def _pair_dots(mine: Array, row: Array, theirs: Array, column: Array) -> Array:
    """Dot products of paired rows; one matrix product where one side is the same throughout."""
    if len(row) and (row == row[0]).all():
        return np.asarray(theirs[column] @ mine[row[0]], dtype=np.float64)
    if len(column) and (column == column[0]).all():
        return np.asarray(mine[row] @ theirs[column[0]], dtype=np.float64)
    return np.asarray(np.einsum("ij,ij->i", mine[row], theirs[column]), dtype=np.float64)


def combine(
    parts: Sequence[Array],
    other_skills: Array,
    weights: Weights,
    best_title: Array,
    guessed: Array | None = None,
) -> Scores:
    """Weigh the known criteria. Where the occupation is ``guessed`` it counts, but not as told.

    A required skill that is not listed counts as not stated rather than lacking, the more so the
    fewer other skills are listed: it then takes the mean of the other criteria. So an empty list
    changes nothing, and adding a required skill never lowers the total.
    """
    weight = weights.vector()
    values = np.round(np.stack(parts, axis=1), DECIMALS)
    known = ~np.isnan(values)
    at = CRITERIA.index("skills")
    known[:, at] &= (other_skills > 0) | (values[:, at] > 0)
    rest = known.copy()
    rest[:, at] = False
    values = np.where(known, values, 0.0)
    share = (rest * weight).sum(axis=1)
    mean = np.where(
        share > 0, (values * rest * weight).sum(axis=1) / np.maximum(share, 1e-12), NEUTRAL
    )
    doubt = weights.patience / (weights.patience + np.maximum(other_skills, 0.0))
    skilled = values[:, at] + (1 - values[:, at]) * doubt * mean
    values[:, at] = np.where(known[:, at], skilled, 0.0)
    share = (known * weight).sum(axis=1)
    points = 100 * values * known * weight / np.maximum(share, 1e-12)[:, None]
    total = np.zeros(len(values))
    for column in range(len(CRITERIA)):  # one after the other: bitwise the sum of the parts
        total = total + points[:, column]
    told = known.copy()
    if guessed is not None:
        told[:, CRITERIA.index("occupation")] &= ~guessed
    coverage = (told * weight).sum(axis=1) / weight.sum()
    return Scores(values, known, points, total, coverage, best_title)

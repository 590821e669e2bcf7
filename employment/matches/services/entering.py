"""Which pairs of a posting's column get into a list, told before any is explained."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.db import connection

from employment.common.bulk import read_columns
from employment.matches.services.results import kept_score
from employment.matches.services.rows import DEPTH, SHORT_DEPTH
from matching.columns import Array
from matching.search import MatchList

NO_FLOOR = -1.0
FLOOR = np.dtype([("student", "i8"), ("score", "f8")])


@dataclass(frozen=True)
class Entrants:
    """Pairs that enter lists, one a place of the arrays: which column, where in it, whose list."""

    column: Array
    place: Array
    student: Array

    def __getitem__(self, rows: Array) -> "Entrants":
        return Entrants(self.column[rows], self.place[rows], self.student[rows])


def lengths() -> tuple[tuple[bool, int], ...]:
    """(one step short, most entries) of the two parts of a list."""
    return (False, DEPTH), (True, SHORT_DEPTH)


def entrants(columns: Sequence[MatchList], made: Array, *, short: bool, depth: int) -> Entrants:
    """Of these postings' pairs the ones for which a list has room, or whose last entry scores no
    higher; of many that would enter the same list its best ``depth``. Student by student."""
    own = [np.flatnonzero((c.one_step == short) & np.isin(c.ids, made)) for c in columns]
    found = Entrants(
        np.repeat(np.arange(len(columns)), [len(places) for places in own]),
        joined(own, np.int64),
        joined([c.ids[places] for c, places in zip(columns, own, strict=True)], np.int64),
    )
    totals = joined([c.totals[places] for c, places in zip(columns, own, strict=True)], np.float64)
    scores = np.array([kept_score(total) for total in totals.tolist()])
    fits = np.flatnonzero(scores >= floors_of(found.student, short=short, depth=depth))
    postings = np.array([column.id for column in columns], dtype=np.int64)[found.column]
    order = fits[np.lexsort((postings[fits], -scores[fits], found.student[fits]))]
    return found[order[place_in_group(found.student[order]) < depth]]


def joined(parts: Sequence[Array], kind: type) -> Array:
    return np.concatenate([np.zeros(0, dtype=kind), *parts])


def place_in_group(sorted_groups: Array) -> Array:
    at = np.arange(len(sorted_groups))
    first = np.concatenate([[True], sorted_groups[1:] != sorted_groups[:-1]])[: len(at)]
    return np.asarray(at - np.maximum.accumulate(np.where(first, at, 0)))


def floors_of(students: Array, *, short: bool, depth: int) -> Array:
    """For each of these the score of the last entry of the student's list if it is full, read from
    the index alone in the order of a list: as many places as a list has, not the whole table."""
    asked = np.unique(students)
    query = """
        SELECT asked.id, last.score FROM unnest(%s::bigint[]) AS asked(id), LATERAL (
            SELECT score FROM matches_match
            WHERE student_id = asked.id AND short = %s AND NOT extra
            ORDER BY score DESC, posting_id OFFSET %s LIMIT 1
        ) AS last
    """
    full = read_columns(query, [asked.tolist(), short, depth - 1], kind=FLOOR)
    floors = np.full(len(asked), NO_FLOOR)
    floors[np.searchsorted(asked, full["student"])] = full["score"]
    return floors[np.searchsorted(asked, students)]


def cut_lists(students: Array, *, short: bool, depth: int) -> None:
    """Take away what no longer has a place in these lists."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            DELETE FROM matches_match AS entry USING unnest(%s::bigint[]) AS asked(id), LATERAL (
                SELECT posting_id FROM matches_match
                WHERE student_id = asked.id AND short = %s AND NOT extra
                ORDER BY score DESC, posting_id OFFSET %s
            ) AS beyond
            WHERE entry.student_id = asked.id AND entry.posting_id = beyond.posting_id
            """,
            [np.unique(students).tolist(), short, depth],
        )

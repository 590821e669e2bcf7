"""Every pair of the demo world as the engine sees it, and the words of both sides."""

from dataclasses import dataclass

import numpy as np

from employment.demo import world
from employment.matches.services.engine import weights
from employment.matches.services.live import Live, live
from employment.matches.services.reference import reference
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from matching.balancing import Wishes, employer_gain
from matching.classes import judge_all
from matching.columns import Array
from matching.filters import count_missing
from matching.scoring import Scorer
from matching.search import posting_side
from matching.types import Candidate, Vacancy

BLOCK = 64


@dataclass(frozen=True)
class Arena:
    """Matrices of demo students × open demo postings. ``gains`` are the planted relevances of
    eligible pairs, 0 elsewhere; ``own`` and ``theirs`` what the two sides gain, 0–1."""

    candidates: list[Candidate]
    vacancies: list[Vacancy]
    eligible: Array
    gains: Array
    own: Array
    theirs: Array

    def wishes(self, depth: int, seats: Array) -> Wishes:
        """The students' own best ``depth`` eligible postings."""
        own = np.where(self.eligible, self.own, -1.0)
        best = np.argsort(-own, axis=1, kind="stable")[:, :depth]
        listed = np.take_along_axis(self.eligible, best, 1)
        mine, theirs = (
            np.where(listed, np.take_along_axis(side, best, 1), 0.0)
            for side in (self.own, self.theirs)
        )
        return Wishes(np.where(listed, best, -1), mine, theirs, seats)

    @property
    def seats(self) -> Array:
        return np.array([vacancy.seats or 1 for vacancy in self.vacancies])


def build_arena() -> Arena:
    state = live()
    state.refresh_postings()
    state.refresh_students()
    eligible, own, theirs = score_all(state)
    people, rows = planted_students(state), planted_postings(state)
    gains = np.array(
        [
            [world.relevance(truth, posting) if posting else 0 for posting in rows.values()]
            for truth in people.values()
        ],
        dtype=np.float64,
    )
    row = np.array([state.candidates.row_of(pk) for pk in people], dtype=np.int64)
    column = np.array([state.postings.row_of(pk) for pk in rows], dtype=np.int64)
    at = np.ix_(row, column)
    return Arena(
        [state.candidates.items[i] for i in row],
        [state.postings.items[i] for i in column],
        eligible[at],
        gains * eligible[at],
        own[at],
        theirs[at],
    )


def planted_students(state: Live) -> dict[int, world.DemoStudent]:
    truths = {row.student_no: row for row in world.students()}
    known = StudentProfile.objects.filter(student_no__in=truths).order_by("pk")
    return {
        pk: truths[number]
        for pk, number in known.values_list("pk", "student_no")
        if pk in state.candidates
    }


def planted_postings(state: Live) -> dict[int, world.DemoPosting]:
    truths = {row.source_id: row for row in world.postings()}
    known = Posting.objects.filter(source="demo", source_id__in=truths).order_by("pk")
    return {
        pk: truths[number]
        for pk, number in known.values_list("pk", "source_id")
        if pk in state.postings
    }


def score_all(state: Live) -> tuple[Array, Array, Array]:
    """(eligible, score 0–1, employer's gain 0–1) of all pairs; quadratic in memory."""
    side = posting_side(state.postings, reference(), weights())
    shape = (len(state.candidates), len(state.postings))
    eligible, own, theirs = np.zeros(shape, bool), np.zeros(shape), np.zeros(shape)
    for start in range(0, shape[0], BLOCK):
        rows = np.arange(start, min(start + BLOCK, shape[0]))
        row = np.repeat(np.arange(len(rows)), shape[1])
        column = np.tile(np.arange(shape[1]), len(rows))
        tables = judge_all(
            state.candidates.hard_side(rows), state.postings.hard, state.postings.columns["hard"]
        )
        found = Scorer(state.candidates, rows, side).score(row, column)
        size = (len(rows), shape[1])
        eligible[rows] = (count_missing(tables, row, column) == 0).reshape(size)
        own[rows] = found.total.reshape(size) / 100
        gain = employer_gain(found.values, found.known, found.total, weights())
        theirs[rows] = gain.reshape(size)
    return eligible, own, theirs


def profile_text(candidate: Candidate) -> str:
    """All that a student says, as one text."""
    parts = [*candidate.target_titles, candidate.major_name, *candidate.courses, candidate.summary]
    parts += [record.text or record.skill for record in candidate.skills]
    parts += [f"{record.title} {record.text}" for record in candidate.experiences]
    return " ".join(dict.fromkeys(part for part in parts if part))


def posting_text(vacancy: Vacancy) -> str:
    return f"{vacancy.title}\n{vacancy.description}\n{vacancy.duties}"

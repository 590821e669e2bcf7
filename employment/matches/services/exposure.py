"""Extra exposure: a posting that is in nobody's list comes into the lists of its best few."""

from collections import Counter
from collections.abc import Collection, Container, Sequence

import numpy as np
from django.db import transaction
from django.utils import timezone

from employment.common.bulk import read_columns
from employment.matches.models import Match
from employment.matches.services.balancing import unreached_postings
from employment.matches.services.engine import weights
from employment.matches.services.live import live
from employment.matches.services.locks import own_lists
from employment.matches.services.reference import reference
from employment.matches.services.results import write_matches
from matching.columns import Array
from matching.containers import CandidateIndex
from matching.search import match_column
from matching.types import MatchScore

STUDENTS_EACH = 3
MOST_A_LIST = 5
MADE = np.dtype([("student", "i8")])
CHUNK = 20  # postings a transaction: publishing does not wait long


def give_extra_exposure() -> int:
    """Entries for every open posting that is in no list; count of lists that got one."""
    state = live()
    state.refresh_postings()
    waiting = unreached_postings(state.posting_revisions)
    return sum(
        len(expose_postings(posting_ids=waiting[at : at + CHUNK]))
        for at in range(0, len(waiting), CHUNK)
    )


@transaction.atomic
def expose_postings(*, posting_ids: Sequence[int]) -> set[int]:
    """Those of these postings that still are in no list; the students whose lists got an entry."""
    own_lists()
    waiting = unreached_postings(posting_ids)
    if not waiting:
        return set()
    state = live()
    state.refresh_postings()
    state.refresh_students()
    now, frozen = timezone.now(), reference()
    taken, made = extra_counts(), set(made_lists().tolist())
    scores: list[MatchScore] = []
    for posting_id in waiting:
        if posting_id in state.posting_revisions:
            found = best_few(posting_id, taken, made)
            taken.update(score.candidate for score in found)
            scores += found
    write_matches(scores, reference=frozen, now=now, extra=True)
    return {score.candidate for score in scores}


def best_few(posting_id: int, taken: Counter[int], made: Container[int]) -> list[MatchScore]:
    """The eligible students who fit best, of those whose lists are made and have room for it."""
    state = live()
    column = match_column(
        posting_id, state.postings, state.candidates, reference=reference(), weights=weights()
    )
    pairs = zip(column.ids.tolist(), column.one_step.tolist(), strict=True)
    free = [
        place
        for place, (student_id, short) in enumerate(pairs)
        if not short and taken[student_id] < MOST_A_LIST and student_id in made
    ]
    return [column.score(place) for place in free[:STUDENTS_EACH]]


def made_lists() -> Array:
    """Students whose list was made at least once."""
    return read_columns("SELECT student_id FROM matches_studentsync", [], kind=MADE)["student"]


def extra_counts() -> Counter[int]:
    rows = Match.objects.filter(extra=True).order_by()
    return Counter(rows.values_list("student_id", flat=True))


def kept_extras(
    *, student_ids: Collection[int], block: CandidateIndex, listed: set[tuple[int, int]]
) -> list[MatchScore]:
    """Extra entries that stay when lists are computed anew: still open, still eligible, and not
    ``listed`` (student, posting) for their own score."""
    state = live()
    rows = Match.objects.filter(extra=True, student__in=student_ids).order_by("posting_id")
    wanted = set(rows.values_list("student_id", "posting_id")) - listed
    found: list[MatchScore] = []
    for posting_id in sorted({posting for _student, posting in wanted}):
        if posting_id in state.posting_revisions:
            column = match_column(
                posting_id, state.postings, block, reference=reference(), weights=weights()
            )
            found += [
                column.score(place)
                for place, student_id in enumerate(column.ids.tolist())
                if (student_id, posting_id) in wanted and not column.one_step[place]
            ]
    return found

"""How many open postings each student is eligible for, by the engine's own filters."""

from collections.abc import Collection

import numpy as np

from employment.matches.services.live import live
from matching.classes import judge_all
from matching.filters import count_missing

BLOCK = 256


def eligible_counts(*, student_ids: Collection[int]) -> dict[int, int]:
    """Students who may not be matched are left out."""
    state = live()
    state.refresh_postings()
    state.refresh_students()
    rows = [state.candidates.row_of(one) for one in student_ids if one in state.candidates]
    found: dict[int, int] = {}
    everything = np.arange(len(state.postings))
    for start in range(0, len(rows), BLOCK):
        part = np.array(sorted(rows[start : start + BLOCK]))
        tables = judge_all(
            state.candidates.hard_side(part), state.postings.hard, state.postings.columns["hard"]
        )
        missing = count_missing(tables, np.arange(len(part))[:, None], everything[None, :])
        counts = (missing == 0).sum(axis=1)
        found |= dict(zip(state.candidates.ids[part].tolist(), counts.tolist(), strict=True))
    return found

"""What balancing does to two markets: the demo world's real engine scores, and a synthetic one."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import numpy as np

from employment.demo.measuring.arena import Arena
from matching.balancing import DEFAULT_STRENGTH, Wishes
from matching.columns import Array
from matching.market import Outcome, change, synthetic_market, trade_off

STRENGTHS = (0.0, 0.1, 0.25, 0.5, 0.75, 1.0)
DEPTH, SHOWN = 50, 10
CROWDED = 110  # demo postings kept for about one seat a student


def market_figures(arena: Arena) -> dict[str, Any]:
    """Per market the changes at the default strength and the whole curve."""
    figures: dict[str, Any] = {}
    for name, wishes in markets(arena):
        curve = trade_off(wishes, STRENGTHS, k=SHOWN)
        chosen = dict(curve)[DEFAULT_STRENGTH]
        figures[name] = {
            **changes(chosen, curve[0][1]),
            "curve": [{"strength": strength, **rounded(found)} for strength, found in curve],
        }
    return figures


def markets(arena: Arena) -> Iterator[tuple[str, Wishes]]:
    """The demo world as it is; with one seat a student; with few postings for all students; and
    a synthetic market of 10,000 students, which is crowded."""
    yield "demo", arena.wishes(DEPTH, arena.seats)
    yield "demo_tight", arena.wishes(DEPTH, scaled_seats(arena.seats, len(arena.candidates)))
    yield "demo_crowded", crowded(arena).wishes(DEPTH, crowded(arena).seats)
    yield "synthetic", synthetic_market()


def scaled_seats(seats: Array, total: int) -> Array:
    """In proportion, ``total`` in all; the largest remainders are rounded up."""
    share = seats * (total / seats.sum())
    found = np.floor(share).astype(np.int64)
    found[np.argsort(found - share, kind="stable")[: total - found.sum()]] += 1
    return np.asarray(found)


def crowded(arena: Arena) -> Arena:
    """A fixed sample of the postings, with their own seats."""
    chosen = np.random.default_rng(1).choice(
        len(arena.vacancies), size=min(CROWDED, len(arena.vacancies)), replace=False
    )
    chosen.sort()
    tables = (arena.eligible, arena.gains, arena.own, arena.theirs)
    return Arena(
        arena.candidates,
        [arena.vacancies[at] for at in chosen],
        *(table[:, chosen] for table in tables),
    )


def changes(found: Outcome, plain: Outcome) -> dict[str, float]:
    return {
        "matches": round(change(found.matches, plain.matches), 3),
        "gini": round(change(found.gini, plain.gini), 3),
        "relevance": round(change(found.relevance, plain.relevance), 3),
        "kept": found.kept,
    }


def rounded(found: Outcome) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(found).items()}

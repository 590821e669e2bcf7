"""Engine results → rows of ``Match``."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from employment.common.bulk import copy_values
from employment.matches.adapters.scores import KnownChecks, checks_text, criteria_text
from employment.matches.enums import Band
from employment.matches.models import Match
from employment.matches.services.engine import encoder
from matching.balancing import employer_gain_of
from matching.reference import Reference, band
from matching.search import ORDER_DECIMALS
from matching.types import MatchScore


def write_matches(
    scores: Iterable[MatchScore], *, reference: Reference, now: datetime, extra: bool = False
) -> None:
    """New entries. ``scores`` are taken one by one, and nothing but the last is kept: the database
    takes a row in while the next is explained. They must not ask the database themselves."""
    made = {"encoder": encoder().name, "weights_version": reference.weights_version}
    known: KnownChecks = {}
    copy_values(
        Match,
        (
            match_fields(score, reference=reference, known=known)
            | made
            | {"extra": extra, "computed_at": now}
            for score in scores
        ),
    )


def match_fields(score: MatchScore, *, reference: Reference, known: KnownChecks) -> dict[str, Any]:
    low, high = percentile_bounds(score, reference)
    return {
        "student_id": score.candidate,
        "posting_id": score.vacancy,
        "score": kept_score(score.total),
        "percentile": percentile_of(score, reference),
        "percentile_low": low,
        "percentile_high": high,
        "theirs": employer_gain_of(score),
        "coverage": score.coverage,
        "band": Band(band(score, reference)).value,
        "short": score.one_step_short,
        "informative": score.informative,
        "criteria": criteria_text(score.criteria),
        "checks": checks_text(score.checks, known),
    }


def kept_score(total: float) -> float:
    """As the engine orders by it: equal to the last place, so that ties fall to the smaller id."""
    return round(total, ORDER_DECIMALS)


def percentile_of(score: MatchScore, reference: Reference) -> float | None:
    """Share 0–1 of random eligible pairs with a lower score; None without a sample."""
    return reference.percentile(score.total) / 100 if len(reference.totals) else None


def percentile_bounds(
    score: MatchScore, reference: Reference
) -> tuple[float, float] | tuple[None, None]:
    """How low and high the percentile may be, as shares 0–1: the less is known, the wider."""
    if not len(reference.totals):
        return None, None
    low, high = reference.percentile_range(score.total, score.coverage)
    return low / 100, high / 100

"""Engine results → rows of ``Match``."""

from datetime import datetime

from employment.matches.adapters.scores import score_fields
from employment.matches.enums import Band
from employment.matches.models import Match
from employment.matches.services.engine import encoder
from matching.balancing import employer_gain_of
from matching.reference import Reference, band
from matching.search import ORDER_DECIMALS
from matching.types import MatchScore


def match_row(
    score: MatchScore, *, reference: Reference, now: datetime, extra: bool = False
) -> Match:
    low, high = percentile_bounds(score, reference)
    return Match(
        student_id=score.candidate,
        posting_id=score.vacancy,
        score=kept_score(score.total),
        percentile=percentile_of(score, reference),
        percentile_low=low,
        percentile_high=high,
        theirs=employer_gain_of(score),
        extra=extra,
        coverage=score.coverage,
        band=Band(band(score, reference)),
        short=score.one_step_short,
        informative=score.informative,
        encoder=encoder().name,
        weights_version=reference.weights_version,
        computed_at=now,
        **score_fields(score.criteria, score.checks),
    )


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

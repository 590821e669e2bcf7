"""Answers to scores."""

from collections.abc import Iterable, Mapping
from math import ceil

from employment.guidance.assessments.enums import Band
from employment.guidance.assessments.rules.instruments import Item, Scale

LEAST_SHARE = 0.8  # of a scale's items answered, else it has no score
BAND_EDGES = (0.4, 0.6)


def scale_scores(
    scales: Iterable[Scale], items: Iterable[Item], answers: Mapping[str, int]
) -> dict[str, float | None]:
    """Mean of the keyed answers by scale, 0 to 1; None where too few items were answered.

    ``answers``: values by item code. A scale without items has no score.
    """
    listed = list(items)
    return {
        scale.code: _mean([item for item in listed if item.scale == scale.code], answers)
        for scale in scales
    }


def band_of(score: float) -> Band:
    low, high = BAND_EDGES
    return Band.LOW if score < low else Band.HIGH if score > high else Band.MIDDLE


def _mean(items: list[Item], answers: Mapping[str, int]) -> float | None:
    keyed = [item.keyed(answers[item.code]) for item in items if item.code in answers]
    if not keyed or len(keyed) < ceil(LEAST_SHARE * len(items)):
        return None
    return round(sum(keyed) / len(keyed), 4)

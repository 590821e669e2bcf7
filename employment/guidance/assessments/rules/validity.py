"""Patterns of answering that make a result doubtful.

Cut scores follow the reviews of careless responding by Meade & Craig (2012) and Curran (2016):
long strings of one answer, less than two seconds an item (Huang et al. 2012), contradictions
between items that say the same or the opposite.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from employment.guidance.assessments.enums import Flag
from employment.guidance.assessments.rules.instruments import Item

LEAST_ITEMS = 10  # fewer show no pattern
SAME_SHARE = 0.9
LONGEST_RUN_SHARE = 0.5
FAST_MS = 2000
FAST_SHARE = 1 / 3
MISSING_SHARE = 0.1
OPPOSITE = 0.75  # difference of two keyed answers: 1 against 4, or more
INCONSISTENT_SHARE = 0.5
LEAST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Given:
    """``milliseconds`` is None where the time is not known."""

    value: int
    milliseconds: int | None = None


def flags_of(items: Sequence[Item], answers: Mapping[str, Given]) -> list[Flag]:
    """``items`` in the order shown, ``answers`` by item code."""
    checks = {
        Flag.SAME: _is_straight,
        Flag.FAST: _is_fast,
        Flag.MISSING: _is_missing,
        Flag.INCONSISTENT: _is_inconsistent,
    }
    return [flag for flag, check in checks.items() if check(items, answers)]


def _is_straight(items: Sequence[Item], answers: Mapping[str, Given]) -> bool:
    values = [answers[item.code].value for item in items if item.code in answers]
    if len(values) < LEAST_ITEMS:
        return False
    commonest = max(values.count(value) for value in set(values))
    longest = max(len(list(run)) for _, run in groupby(values))
    return commonest >= SAME_SHARE * len(values) or longest >= max(
        LEAST_ITEMS, LONGEST_RUN_SHARE * len(values)
    )


def _is_fast(items: Sequence[Item], answers: Mapping[str, Given]) -> bool:
    times = [one.milliseconds for one in answers.values() if one.milliseconds is not None]
    if len(times) < LEAST_ITEMS:
        return False
    fast = sum(time < FAST_MS for time in times)
    return median(times) < FAST_MS or fast > FAST_SHARE * len(times)


def _is_missing(items: Sequence[Item], answers: Mapping[str, Given]) -> bool:
    return sum(item.code not in answers for item in items) > MISSING_SHARE * len(items)


def _is_inconsistent(items: Sequence[Item], answers: Mapping[str, Given]) -> bool:
    gaps = pair_gaps(items, answers)
    opposite = sum(gap >= OPPOSITE for gap in gaps)
    return len(gaps) >= LEAST_PAIRS and opposite >= INCONSISTENT_SHARE * len(gaps)


def pair_gaps(items: Sequence[Item], answers: Mapping[str, Given]) -> list[float]:
    """Of each answered pair the difference of the keyed answers, 0 to 1."""
    keyed: dict[str, list[float]] = {}
    for item in items:
        if item.pair and item.code in answers:
            keyed.setdefault(item.pair, []).append(item.keyed(answers[item.code].value))
    return [abs(both[0] - both[1]) for both in keyed.values() if len(both) > 1]

"""How a person's interests go with an occupation's."""

from collections.abc import Sequence
from math import sqrt

AXES = ("r", "i", "a", "s", "e", "c")


def profile_correlation(person: Sequence[float], occupation: Sequence[float]) -> float | None:
    """Pearson's r over the six interests; None where one profile is flat."""
    left, right = _centred(person), _centred(occupation)
    size = sqrt(sum(x * x for x in left) * sum(y * y for y in right))
    if size < 1e-9:
        return None
    return sum(x * y for x, y in zip(left, right, strict=True)) / size


def interest_fit(person: Sequence[float], occupation: Sequence[float]) -> float:
    """0 to 1, 0.5 where a profile is flat and so says nothing.

    The correlation of the profiles, as the O*NET Interest Profiler links people to occupations
    (Rounds, Su, Lewis & Rivkin 2010; Gregory & Lewis 2016), moved to 0 to 1. It compares shapes:
    liking everything or nothing does not change it.
    """
    found = profile_correlation(person, occupation)
    return 0.5 if found is None else min(1.0, max(0.0, (found + 1) / 2))


def _centred(values: Sequence[float]) -> list[float]:
    mean = sum(values) / len(values)
    return [value - mean for value in values]

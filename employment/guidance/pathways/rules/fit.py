"""The fit of a student to an occupation in a place: five parts in whole points that add up.

A part whose data is missing stands at half of its points with the whole span open: what is not
known widens the result and does not lower it. Each part depends on its own inputs alone, so that
another place changes the part of the place and nothing else.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from employment.guidance.pathways.enums import FitPart

POINTS: Mapping[FitPart, int] = {
    FitPart.INTEREST: 20,
    FitPart.SKILLS: 36,
    FitPart.MAJOR: 14,
    FitPart.REGION: 14,
    FitPart.TRAJECTORY: 16,
}
FULL = sum(POINTS.values())


@dataclass(frozen=True, slots=True)
class Part:
    """``value`` 0 to 1, None when unknown; ``evidence``: what it rests on, ``n`` how much."""

    kind: FitPart
    value: float | None
    evidence: tuple[Mapping[str, Any], ...] = ()
    n: int = 0

    @property
    def maximum(self) -> int:
        return POINTS[self.kind]

    @property
    def is_known(self) -> bool:
        return self.value is not None

    @property
    def points(self) -> int:
        """Known: rounded; unknown: half, which is what nothing is known about."""
        share = 0.5 if self.value is None else min(1.0, max(0.0, self.value))
        return math.floor(share * self.maximum + 0.5)

    @property
    def span(self) -> tuple[int, int]:
        return (self.points, self.points) if self.is_known else (0, self.maximum)


@dataclass(frozen=True, slots=True)
class Fit:
    """``total`` is the sum of the parts' points. ``coverage``: share of the points known."""

    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        return sum(part.points for part in self.parts)

    @property
    def coverage(self) -> float:
        return sum(part.maximum for part in self.parts if part.is_known) / FULL

    @property
    def low(self) -> int:
        return sum(part.span[0] for part in self.parts)

    @property
    def high(self) -> int:
        return sum(part.span[1] for part in self.parts)

    @property
    def evidence(self) -> dict[str, tuple[Mapping[str, Any], ...]]:
        return {part.kind.value: part.evidence for part in self.parts}

    def part(self, kind: FitPart) -> Part:
        return next(part for part in self.parts if part.kind == kind)


def fit_of(parts: Sequence[Part]) -> Fit:
    """Parts that are not named are unknown."""
    given = {part.kind: part for part in parts}
    return Fit(tuple(given.get(kind, Part(kind, None)) for kind in POINTS))


def major_value(*, own: Sequence[str], named: Mapping[str, int], open_to_all: int, n: int) -> float:
    """Share of the postings that take the major, a related one counting in part.

    ``own``: code of the major, then of its class and its discipline; ``named``: how many
    postings name each code.
    """
    if not n or not own:
        return 0.0
    exact = max((named.get(code, 0) for code in own), default=0)
    near = max((count for code, count in named.items() if _related(own, code)), default=0)
    taken = open_to_all + exact + 0.5 * max(0, near - exact)
    return min(1.0, taken / n)


def _related(own: Sequence[str], code: str) -> bool:
    """In the same class: codes begin with the same four digits."""
    return any(len(mine) >= 4 and code[:4] == mine[:4] for mine in own)


def region_value(*, local: int, local_all: int, n: int, n_all: int, change: float | None) -> float:
    """Half from how concentrated the occupation is there, half from where it is going.

    The location quotient on a log scale: four times the national share is full, a quarter is
    nothing. A trend of ten per cent a month up is full; without a trend that half stays in the
    middle.
    """
    quotient = (local / local_all) / (n / n_all)
    concentration = 0.5 + math.log2(quotient) / 4 if quotient > 0 else 0.0
    direction = 0.5 if change is None else 0.5 + change * 5
    return (min(1.0, max(0.0, concentration)) + min(1.0, max(0.0, direction))) / 2


def trajectory_value(*, related: int, total: int, recent: bool, grades: float | None) -> float:
    """Experience that used the occupation's skills, whether lately, and where grades go.

    ``grades``: change of the mean from first to last term in points, None without consent or
    with a single term; then the other parts share its weight.
    """
    parts = [(0.5, min(1.0, related / 2)), (0.2, related / total if total else 0.0)]
    parts.append((0.15, 1.0 if recent else 0.0))
    if grades is not None:
        parts.append((0.15, min(1.0, max(0.0, 0.5 + grades / 20))))
    weight = sum(share for share, _value in parts)
    return sum(share * value for share, value in parts) / weight

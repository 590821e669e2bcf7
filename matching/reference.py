"""What scores are measured against: frozen scales, rarities and the totals of random pairs.

Frozen per engine (encoder, weights): a new posting or student moves nobody else's score.
"""

import hashlib
import io
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np

from matching.columns import Array
from matching.types import MatchScore, Outcome, RequirementKind, Strength

STRONG_FROM, GOOD_FROM = 97.0, 90.0
CONDITIONS = frozenset(
    {
        RequirementKind.MAJOR,
        RequirementKind.DEGREE,
        RequirementKind.EXPERIENCE,
        RequirementKind.COHORT,
    }
)
DEFAULT_SCALES = {
    "titles": (0.2, 0.95),
    "duties": (0.3, 0.8),
    "field_title": (0.15, 0.6),
    "field_duties": (0.15, 0.6),
}


class Band(StrEnum):
    """How a match compares with random eligible pairs; never a probability."""

    STRONG = "strong"
    GOOD = "good"
    TRY = "try"
    ONE_STEP = "one_step"


@dataclass(frozen=True)
class Reference:
    """``scales``: cosine of a typical random pair and of an excellent one, per view. ``rarity``:
    weight of a skill by ``skills.skill_key``. ``totals``: sorted totals of random eligible pairs.
    """

    encoder_name: str = ""
    weights_version: str = ""
    scales: Mapping[str, tuple[float, float]] = field(default_factory=lambda: DEFAULT_SCALES)
    rarity: Mapping[int, float] = field(default_factory=dict)
    totals: Array = field(default_factory=lambda: np.zeros(0))

    def scale(self, view: str, cosines: Array) -> Array:
        """Cosines as 0–1: 0 at what random pairs have, 1 at what the best have."""
        low, high = self.scales[view]
        return np.clip((cosines - low) / (high - low), 0.0, 1.0)

    def percentile(self, total: float) -> float:
        """Share of random eligible pairs with a lower total, 0–100; 50 without a sample."""
        if not self._ordered:
            return 50.0
        below, upto = bisect_left(self._ordered, total), bisect_right(self._ordered, total)
        return 100.0 * (below + (upto - below) / 2) / len(self._ordered)

    @cached_property
    def _ordered(self) -> list[float]:
        """The totals as plain numbers, in which a single one is found ten times faster."""
        return [float(total) for total in self.totals]

    @cached_property
    def _typical(self) -> float:
        """Asked for with every stored entry, and worth more than the rest of its percentiles."""
        return float(np.median(self.totals)) if len(self.totals) else 0.0

    def percentile_range(self, total: float, coverage: float) -> tuple[float, float]:
        """The percentile's range: what is not known (1 - ``coverage``) may be no better than in a
        typical random pair, or perfect."""
        low, high = (coverage * total + (1 - coverage) * other for other in (self._typical, 100.0))
        return self.percentile(min(low, total)), self.percentile(max(high, total))

    def version(self) -> str:
        return hashlib.sha256(self.to_bytes()).hexdigest()[:12]

    def to_bytes(self) -> bytes:
        """A portable copy (NumPy's npz without pickle), a few hundred kilobytes."""
        views = sorted(self.scales)
        skills = sorted(self.rarity)
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            names=np.array([self.encoder_name, self.weights_version]),
            views=np.array(views),
            bounds=np.array([self.scales[view] for view in views], dtype=np.float64),
            skills=np.array(skills, dtype=np.int64),
            rarity=np.array([self.rarity[skill] for skill in skills], dtype=np.float64),
            totals=np.asarray(self.totals, dtype=np.float64),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Reference":
        with np.load(io.BytesIO(content), allow_pickle=False) as kept:
            encoder_name, weights_version = (str(name) for name in kept["names"])
            bounds = {
                str(view): (float(low), float(high))
                for view, (low, high) in zip(kept["views"], kept["bounds"], strict=True)
            }
            rarity = dict(zip(kept["skills"].tolist(), kept["rarity"].tolist(), strict=True))
            return cls(encoder_name, weights_version, bounds, rarity, kept["totals"])


def band(score: MatchScore, reference: Reference) -> Band:
    """Never the best while a stated condition of major, degree or experience is missing."""
    if score.one_step_short:
        return Band.ONE_STEP
    found = band_at(reference.percentile(score.total))
    return Band.GOOD if found is Band.STRONG and _lacks_condition(score) else found


def _lacks_condition(score: MatchScore) -> bool:
    return any(
        check.outcome is Outcome.MISSING
        and check.requirement.strength is Strength.MUST
        and check.requirement.kind in CONDITIONS
        for check in score.checks
    )


def band_at(percentile: float) -> Band:
    if percentile >= STRONG_FROM:
        return Band.STRONG
    return Band.GOOD if percentile >= GOOD_FROM else Band.TRY


def percentile(total: float, reference: Sequence[float] | Array) -> float:
    """Percentile of a total among sorted totals of random eligible pairs."""
    return Reference(totals=np.asarray(reference, dtype=np.float64)).percentile(total)

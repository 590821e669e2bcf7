"""How far a person's skills are from an occupation's, and occupations from each other.

Weights are shares of demand: a skill that half of the postings name weighs 0.5.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

COUNTED_SKILLS = 15
SMALLEST_SHARE = 0.08
UNSTATED, AWARE = 0, 1
BASIC = 0.5  # how much of a skill somebody has who knows it only at the basic level


@dataclass(frozen=True, slots=True)
class Missing:
    """``size``: the part of the skill that is missing, 0.5 or 1; ``share``: of the postings."""

    skill: str
    size: float
    share: float

    @property
    def weight(self) -> float:
        return self.size * self.share


def core(shares: Mapping[str, float]) -> dict[str, float]:
    """The skills that count: the most wanted ones, none that hardly anybody asks for."""
    wanted = [(skill, share) for skill, share in shares.items() if share >= SMALLEST_SHARE]
    wanted.sort(key=lambda pair: (-pair[1], pair[0]))
    return dict(wanted[:COUNTED_SKILLS])


def held(levels: Mapping[str, int], skill: str) -> float:
    """0 to 1. A skill with evidence but no stated level counts in full."""
    if skill not in levels:
        return 0.0
    return BASIC if levels[skill] == AWARE else 1.0


def missing(levels: Mapping[str, int], shares: Mapping[str, float]) -> list[Missing]:
    """What is not there, heaviest first."""
    rows = [Missing(s, 1 - held(levels, s), share) for s, share in core(shares).items()]
    return sorted((row for row in rows if row.size > 0), key=lambda row: (-row.weight, row.skill))


def distance(levels: Mapping[str, int], shares: Mapping[str, float]) -> float | None:
    """The missing part of what is wanted, 0 (all there) to 1; None where nothing is known."""
    total = sum(core(shares).values())
    if not total:
        return None
    return sum(row.weight for row in missing(levels, shares)) / total


def rarity(profiles: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """How telling a skill is: one that every occupation names (office software) says little."""
    kept = [core(shares) for shares in profiles]
    found: Counter[str] = Counter(skill for shares in kept for skill in shares)
    return {skill: math.log((1 + len(kept)) / count) for skill, count in found.items()}


def similarity(
    one: Mapping[str, float], other: Mapping[str, float], telling: Mapping[str, float]
) -> float:
    """Weighted Jaccard (Ruzicka) of two demand profiles, 0 to 1, the same in both directions."""
    first, second = core(one), core(other)
    shared = total = 0.0
    for skill in sorted(first.keys() | second.keys()):
        a, b = first.get(skill, 0.0), second.get(skill, 0.0)
        weight = telling.get(skill, 1.0)
        shared += weight * min(a, b)
        total += weight * max(a, b)
    return shared / total if total else 0.0

"""What a score is made of: soft judgements of classes, level and recency of skills, weights.

Values are in 0–1; NaN means that one side says nothing.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matching import eligibility
from matching.classes import Family
from matching.eligibility import Rules
from matching.filters import is_region_wanted, region_stem
from matching.types import Candidate, Outcome, Requirement, RequirementKind, Strength, Vacancy

CRITERIA = ("occupation", "skills", "experience", "field", "preference")
SKILL_KINDS = (RequirementKind.SKILL, RequirementKind.CERTIFICATE, RequirementKind.LANGUAGE)
UNKNOWN = math.nan


@dataclass(frozen=True, slots=True)
class Weights:
    """Hand-set weights; a new set gets a new version, which is stored with every match.

    ``preferred`` weighs a preferred requirement against a must. ``patience``: how many listed
    skills that the posting did not ask for it takes until half of an unlisted required skill
    counts as lacking rather than as not stated.
    """

    version: str = "2026.4"
    occupation: float = 0.30
    skills: float = 0.25
    experience: float = 0.15
    field: float = 0.15
    preference: float = 0.15
    preferred: float = 0.4
    patience: float = 4.0

    def vector(self) -> NDArray[np.float64]:
        return np.array([getattr(self, name) for name in CRITERIA], dtype=np.float64)


# What a stated level is worth where the posting names none, and against levels 1–4 it names.
_ANY_LEVEL = (0.85, 0.7, 0.85, 0.95, 1.0)
_UNSTATED = 0.8


def level_quality(level: int, minimum: int) -> float:
    """How well a level (1–4, 0 not stated) meets a minimum (0 none named)."""
    if minimum == 0:
        return _ANY_LEVEL[level]
    if level == 0:
        return _UNSTATED
    return 1.0 if level >= minimum else _UNSTATED * level / minimum


def recency(year: int | None, now_year: int) -> float:
    """Two years are as good as new, then 4 % a year down to 0.8."""
    return 1.0 if year is None else max(0.8, 1 - 0.04 * max(0, now_year - year - 2))


def trust(source: str) -> float:
    """What was done or certified weighs a little more than what is claimed or taught."""
    return {"claim": 0.95, "summary": 0.95, "course": 0.9}.get(source, 1.0)


def _major_requirements(vacancy: Vacancy) -> tuple[Requirement, ...]:
    stated = (r for r in vacancy.requirements if r.kind is RequirementKind.MAJOR and r.codes)
    bare = {replace(r, label="", sentence="", start=0, end=0, hard=False) for r in stated}
    return tuple(sorted(bare, key=repr))


def _major(candidate: Candidate, vacancy: Vacancy, rules: Rules) -> float:
    fits = [
        _one_major(candidate.majors, requirement, rules)
        for requirement in vacancy.requirements
        if requirement.kind is RequirementKind.MAJOR and requirement.codes
    ]
    known = [fit for fit in fits if not math.isnan(fit)]
    return sum(known) / len(known) if known else UNKNOWN


def _one_major(majors: Sequence[str], requirement: Requirement, rules: Rules) -> float:
    if eligibility.judge_major(majors, requirement, rules) is Outcome.UNKNOWN:
        return UNKNOWN
    fit = max(eligibility.major_fit(major, requirement, rules) for major in majors)
    return max(fit, 0.5) if requirement.strength is Strength.PREFERRED else fit


def _region(candidate: Candidate, vacancy: Vacancy, rules: Rules) -> float:
    """Wanted city or province 1, another city of a wanted province 0.5."""
    if not candidate.regions or not vacancy.regions:
        return UNKNOWN
    if is_region_wanted(candidate.regions, vacancy.regions):
        return 1.0
    provinces = {region_stem(code)[:2] for code in candidate.regions}
    return 0.5 if any(code[:2] in provinces for code in vacancy.regions) else 0.0


def _industry(candidate: Candidate, vacancy: Vacancy, rules: Rules) -> float:
    if not candidate.industries or not vacancy.industries:
        return UNKNOWN
    pairs = ((a, b) for a in candidate.industries for b in vacancy.industries)
    return 1.0 if any(a.startswith(b) or b.startswith(a) for a, b in pairs) else 0.2


def _kind(candidate: Candidate, vacancy: Vacancy, rules: Rules) -> float:
    if not candidate.kinds or not vacancy.kind:
        return UNKNOWN
    return 1.0 if vacancy.kind in candidate.kinds else 0.0


SOFT_FAMILIES: tuple[Family, ...] = (
    Family("major", lambda c, asked: c.majors, _major_requirements, _major),
    Family("region", lambda c, asked: c.regions, lambda v: v.regions, _region),
    Family("industry", lambda c, asked: c.industries, lambda v: v.industries, _industry),
    Family("kind", lambda c, asked: c.kinds, lambda v: v.kind, _kind),
)
PREFERENCE_SHARES = {"region": 0.4, "pay": 0.25, "industry": 0.2, "kind": 0.15}

# Shared leading parts of two occupation codes ("2-02-10-03"): none, major, medium, small, same.
OCCUPATION_CLOSENESS = np.array([0.0, 0.1, 0.5, 0.75, 1.0])


def occupation_levels(code: str) -> tuple[int, int, int, int]:
    """A code as numbers of its four prefixes; equal numbers mean the same group. -1 fills up."""
    parts = code.split("-")
    joined = ["".join(parts[: size + 1]) for size in range(4)]
    return tuple(
        int(f"1{text}") if size < len(parts) and text.isdigit() else -1
        for size, text in enumerate(joined)
    )  # type: ignore[return-value]


def weighted_mean(
    values: Sequence[NDArray[np.float64]], shares: Sequence[float]
) -> NDArray[np.float64]:
    """Mean over what is known, NaN where nothing is. Added up in the given order."""
    total = np.zeros_like(values[0])
    weight = np.zeros_like(values[0])
    for value, share in zip(values, shares, strict=True):
        known = ~np.isnan(value)
        total += np.where(known, value, 0.0) * share
        weight += known * share
    return np.divide(total, weight, out=np.full_like(total, UNKNOWN), where=weight > 0)

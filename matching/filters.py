"""Hard conditions as families of classes: what excludes a pair, told by ``eligibility`` alone.

A judgement counts missing hard conditions: 0 eligible, 1 one reachable condition missing (one step
short), 2 excluded.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from matching import eligibility
from matching.classes import Family, Key, Table
from matching.eligibility import Rules
from matching.types import Candidate, Outcome, Requirement, RequirementKind, Vacancy

EXCLUDED = 2


def _hard(vacancy: Vacancy, kind: RequirementKind) -> tuple[Requirement, ...]:
    """Distinct hard requirements: one asked for twice is still one."""
    stated = (r for r in vacancy.requirements if r.kind is kind and eligibility.is_hard(r))
    return tuple(sorted({bare(r) for r in stated}, key=repr))


def bare(requirement: Requirement) -> Requirement:
    """Without wording: postings that ask the same fall into one class."""
    label = eligibility.ANYTHING if eligibility.ANYTHING in requirement.label else ""
    codes = tuple(sorted(requirement.codes))
    return replace(requirement, label=label, codes=codes, sentence="", start=0, end=0)


def _missing(candidate: Candidate, vacancy: Vacancy, kind: RequirementKind, rules: Rules) -> int:
    missing = 0
    for requirement in _hard(vacancy, kind):
        if eligibility.judge(candidate, requirement, rules=rules) is Outcome.MISSING:
            reachable = eligibility.is_reachable(candidate, requirement, rules=rules)
            missing += 1 if reachable else EXCLUDED
    return min(missing, EXCLUDED)


def _stated(kind: RequirementKind, read: Callable[[Candidate], Key]) -> Family:
    return Family(
        kind.value,
        lambda candidate, relevant: read(candidate),
        lambda vacancy: _hard(vacancy, kind),
        lambda candidate, vacancy, rules: _missing(candidate, vacancy, kind, rules),
    )


def _held(kind: RequirementKind) -> Family:
    def key(candidate: Candidate, relevant: frozenset[str]) -> Key:
        records = eligibility.held_records(candidate, kind)
        asked = {(r.skill, r.level) for r in records if r.skill in relevant}
        return bool(records), tuple(sorted(asked)), candidate.cohort

    def codes(vacancy: Vacancy) -> frozenset[str]:
        return frozenset(code for r in _hard(vacancy, kind) for code in r.codes)

    return replace(_stated(kind, lambda candidate: None), candidate_key=key, codes=codes)


def _region(candidate: Candidate, vacancy: Vacancy, rules: Rules) -> int:
    if not (candidate.regions_hard and candidate.regions and vacancy.regions):
        return 0
    return 0 if is_region_wanted(candidate.regions, vacancy.regions) else EXCLUDED


def _pay(candidate: Candidate, vacancy: Vacancy, rules: Rules) -> int:
    best = vacancy.pay_max if vacancy.pay_max is not None else vacancy.pay_min
    if not candidate.pay_hard or candidate.pay_floor is None or best is None:
        return 0
    return 0 if best >= candidate.pay_floor else EXCLUDED


def _kind(candidate: Candidate, vacancy: Vacancy, rules: Rules) -> int:
    if not (candidate.kinds_hard and candidate.kinds and vacancy.kind):
        return 0
    return 0 if vacancy.kind in candidate.kinds else EXCLUDED


def _audience(candidate: Candidate, vacancy: Vacancy, rules: Rules) -> int:
    """A posting for one organisation's members: who is not known to be one is not shown it."""
    return 0 if vacancy.audience in (None, candidate.audience) else EXCLUDED


def region_stem(code: str) -> str:
    """440000 → 44, 440100 → 4401: the part of a region code that its children share."""
    while len(code) > 2 and code.endswith("00"):
        code = code[:-2]
    return code


def is_region_wanted(wanted: Iterable[str], offered: Iterable[str]) -> bool:
    """Whether one contains the other: a province-wide posting may turn out to be in the city."""
    mine = [region_stem(code) for code in wanted]
    return any(
        stem.startswith(own) or own.startswith(stem)
        for stem in map(region_stem, offered)
        for own in mine
    )


HARD_FAMILIES: tuple[Family, ...] = (
    _stated(RequirementKind.MAJOR, lambda candidate: candidate.majors),
    _stated(RequirementKind.DEGREE, lambda candidate: candidate.degree),
    _stated(RequirementKind.COHORT, lambda c: (c.cohort, c.experience_years)),
    _stated(RequirementKind.EXPERIENCE, lambda c: (c.experience_years, c.cohort)),
    _held(RequirementKind.CERTIFICATE),
    _held(RequirementKind.LANGUAGE),
    _held(RequirementKind.SKILL),
    Family(
        "region",
        lambda c, relevant: tuple(sorted(c.regions)) if c.regions_hard else (),
        lambda v: tuple(sorted(v.regions)),
        _region,
    ),
    Family(
        "pay",
        lambda c, relevant: c.pay_floor if c.pay_hard else None,
        lambda v: v.pay_max if v.pay_max is not None else v.pay_min,
        _pay,
    ),
    Family(
        "kind",
        lambda c, relevant: tuple(sorted(c.kinds)) if c.kinds_hard else (),
        lambda v: v.kind,
        _kind,
    ),
    Family(
        "audience",
        lambda c, relevant: c.audience,
        lambda v: v.audience,
        _audience,
    ),
)


def missing_hard(candidate: Candidate, vacancy: Vacancy, *, rules: Rules) -> int:
    """Hard conditions missing for one pair: 0 eligible, 1 one step short, 2 excluded."""
    missing = sum(int(family.judge(candidate, vacancy, rules)) for family in HARD_FAMILIES)
    return min(missing, EXCLUDED)


def count_missing(
    tables: Iterable[Table], row: NDArray[np.intp], column: NDArray[np.intp]
) -> NDArray[np.uint8]:
    """Missing hard conditions (0, 1, 2 or more) of index pairs that broadcast together."""
    total = np.zeros(np.broadcast_shapes(np.shape(row), np.shape(column)), dtype=np.uint8)
    for table in tables:
        if table.cells.any():
            total += table.at(row, column).astype(np.uint8)
    return total

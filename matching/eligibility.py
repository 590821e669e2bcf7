"""Requirements held against a candidate: satisfied, missing or unknown, each with its source.

One judgement (``judge``) serves both the page's checks and the filters of the exact search.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from matching.types import (
    Candidate,
    Check,
    Evidence,
    Outcome,
    Requirement,
    RequirementKind,
    SkillRecord,
    Strength,
    Vacancy,
)

REACHABLE_KINDS = frozenset({RequirementKind.CERTIFICATE, RequirementKind.LANGUAGE})
ANYTHING = "不限"


@dataclass(frozen=True)
class Rules:
    """What judging needs besides the pair: the year, and which major classes are neighbours.

    ``related_majors`` maps a class (4 digits) to the classes that count as 相关专业 of it.
    """

    now_year: int
    related_majors: Mapping[str, Collection[str]] = field(default_factory=dict)


def is_hard(requirement: Requirement) -> bool:
    """Whether a candidate known to lack it is excluded: stated as a must and marked hard."""
    return requirement.hard and requirement.strength is Strength.MUST


def check_requirements(
    candidate: Candidate, vacancy: Vacancy, *, rules: Rules
) -> tuple[Check, ...]:
    """Hold every requirement of a vacancy against a candidate, in the vacancy's order."""
    return tuple(_check(candidate, requirement, rules) for requirement in vacancy.requirements)


def _check(candidate: Candidate, requirement: Requirement, rules: Rules) -> Check:
    outcome = judge(candidate, requirement, rules=rules)
    reachable = outcome is Outcome.MISSING and is_reachable(candidate, requirement, rules=rules)
    return Check(requirement, outcome, _evidence(candidate, requirement, outcome), reachable)


def judge(candidate: Candidate, requirement: Requirement, *, rules: Rules) -> Outcome:
    """Judge one requirement. What the candidate does not state is unknown, never missing."""
    match requirement.kind:
        case RequirementKind.DEGREE:
            return _at_least(candidate.degree, requirement.minimum)
        case RequirementKind.MAJOR:
            return judge_major(candidate.majors, requirement, rules)
        case RequirementKind.EXPERIENCE:
            return _at_least(experience_years(candidate, rules), requirement.minimum)
        case RequirementKind.COHORT:
            return _judge_cohort(candidate.cohort, requirement)
        case _:
            return _judge_held(held_records(candidate, requirement.kind), requirement)


def is_reachable(candidate: Candidate, requirement: Requirement, *, rules: Rules) -> bool:
    """Whether it can still be had: a certificate or language, by someone not yet graduated."""
    return requirement.kind in REACHABLE_KINDS and is_studying(candidate, rules)


def experience_years(candidate: Candidate, rules: Rules) -> float | None:
    """Years as stated; none while still studying: postings count work after graduation."""
    if candidate.experience_years is None and is_studying(candidate, rules):
        return 0.0
    return candidate.experience_years


def is_studying(candidate: Candidate, rules: Rules) -> bool:
    return candidate.cohort is not None and candidate.cohort >= rules.now_year


def _at_least(value: float | None, minimum: float | None) -> Outcome:
    if minimum is None:
        return Outcome.SATISFIED
    if value is None:
        return Outcome.UNKNOWN
    return Outcome.SATISFIED if value >= minimum else Outcome.MISSING


def _judge_cohort(cohort: int | None, requirement: Requirement) -> Outcome:
    if not requirement.codes:
        return Outcome.SATISFIED
    if cohort is None:
        return Outcome.UNKNOWN
    return Outcome.SATISFIED if str(cohort) in requirement.codes else Outcome.MISSING


def judge_major(majors: Sequence[str], requirement: Requirement, rules: Rules) -> Outcome:
    """Accept by prefix: a discipline (2 digits) or class (4) covers all majors under it.

    With ``related`` the whole class of a named major and its neighbouring classes count too. A
    candidate known only by class may or may not hold the named major: unknown.
    """
    if not requirement.codes:
        return Outcome.SATISFIED if ANYTHING in requirement.label else Outcome.UNKNOWN
    if not majors:
        return Outcome.UNKNOWN
    if any(major_fit(major, requirement, rules) > 0 for major in majors):
        return Outcome.SATISFIED
    could_be = any(code.startswith(major) for major in majors for code in requirement.codes)
    return Outcome.UNKNOWN if could_be else Outcome.MISSING


def major_fit(major: str, requirement: Requirement, rules: Rules) -> float:
    """How directly a major is accepted: named 1, by class 0.95, by discipline 0.9, related 0.8."""
    named = max((len(code) for code in requirement.codes if major.startswith(code)), default=0)
    if named:
        return {2: 0.9, 4: 0.95}.get(named, 1.0)
    return 0.8 if requirement.related and _is_related(major, requirement.codes, rules) else 0.0


def _is_related(major: str, codes: Iterable[str], rules: Rules) -> bool:
    own = major[:4]
    classes = {code[:4] for code in codes if len(code) >= 4}
    return own in classes or any(own in rules.related_majors.get(near, ()) for near in classes)


def held_records(candidate: Candidate, kind: RequirementKind) -> tuple[SkillRecord, ...]:
    return {
        RequirementKind.SKILL: candidate.skills,
        RequirementKind.CERTIFICATE: candidate.certificates,
        RequirementKind.LANGUAGE: candidate.languages,
    }[kind]


def _judge_held(records: Sequence[SkillRecord], requirement: Requirement) -> Outcome:
    if not requirement.codes or not records:
        return Outcome.UNKNOWN
    matching = [record for record in records if record.skill in requirement.codes]
    if any(is_level_reached(record.level, requirement.minimum) for record in matching):
        return Outcome.SATISFIED
    return Outcome.MISSING


def is_level_reached(level: int, minimum: float | None) -> bool:
    """An unstated level counts as reached: it is not known to be lower."""
    return not minimum or not level or level >= minimum


def _evidence(
    candidate: Candidate, requirement: Requirement, outcome: Outcome
) -> tuple[Evidence, ...]:
    if outcome is Outcome.UNKNOWN:
        return ()
    match requirement.kind:
        case RequirementKind.DEGREE:
            return (Evidence("education.degree", str(candidate.degree)),)
        case RequirementKind.MAJOR:
            name = candidate.major_name or ", ".join(candidate.majors)
            return (Evidence("education.major", name),) if name else ()
        case RequirementKind.EXPERIENCE:
            return (Evidence("experience.years", f"{candidate.experience_years or 0:g}"),)
        case RequirementKind.COHORT:
            return (Evidence("education.cohort", str(candidate.cohort)),)
        case _:
            records = held_records(candidate, requirement.kind)
            return tuple(
                Evidence(record.source, record.text or record.skill)
                for record in records
                if record.skill in requirement.codes
            )

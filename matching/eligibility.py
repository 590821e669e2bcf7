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

INTERNSHIP_YEARS = 1  # what can be had beside one's studies
YEARS_BETWEEN = 2  # without work, between graduation and now
REACHABLE_KINDS = frozenset({RequirementKind.CERTIFICATE, RequirementKind.LANGUAGE})
ANYTHING = "不限"

# Digits number a discipline (2), a class (4) and a major (6) of the ministry's catalogues of
# undergraduate and vocational majors. A letter goes before postgraduate subjects: A as taught by
# research, G as a professional degree in the same class; before C stand vocational majors that are
# no longer in the catalogue, numbered by the recruiting one.
LETTERS = "ACG"
OLD_VOCATIONAL = "C"
DISCIPLINE_DIGITS, CLASS_DIGITS = 2, 4
_DIRECTNESS = {DISCIPLINE_DIGITS: 0.9, CLASS_DIGITS: 0.95}


@dataclass(frozen=True)
class Rules:
    """What judging needs besides the pair: the year, and which major classes are neighbours.

    ``related_majors`` maps a class (``class_of``) to the classes that count as 相关专业 of it.
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
    return tuple(
        check_requirement(candidate, requirement, rules) for requirement in vacancy.requirements
    )


def check_requirement(candidate: Candidate, requirement: Requirement, rules: Rules) -> Check:
    """Hold one requirement against a candidate, with what the answer rests on."""
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
            return _judge_experience(candidate, requirement.minimum, rules)
        case RequirementKind.COHORT:
            return _judge_cohort(candidate, requirement, rules)
        case _:
            return _judge_held(held_records(candidate, requirement.kind), requirement)


def is_reachable(candidate: Candidate, requirement: Requirement, *, rules: Rules) -> bool:
    """Whether someone not yet graduated can still have it: a certificate, a language, or as much
    experience as internships give."""
    if not is_studying(candidate, rules):
        return False
    if requirement.kind is RequirementKind.EXPERIENCE:
        return (requirement.minimum or 0.0) <= INTERNSHIP_YEARS
    return requirement.kind in REACHABLE_KINDS


def experience_years(candidate: Candidate, rules: Rules) -> float | None:
    """Years that a score counts: as stated, none while still studying, as postings count work
    after graduation."""
    if candidate.experience_years is None and is_studying(candidate, rules):
        return 0.0
    return candidate.experience_years


def is_studying(candidate: Candidate, rules: Rules) -> bool:
    return candidate.cohort is not None and candidate.cohort >= rules.now_year


def _judge_experience(candidate: Candidate, minimum: float | None, rules: Rules) -> Outcome:
    """Years that nobody stated are unknown, but not without limit: who graduates next year cannot
    have worked for three."""
    outcome = _at_least(candidate.experience_years, minimum)
    most = most_years(candidate, rules)
    if outcome is Outcome.UNKNOWN and most is not None and minimum is not None and most < minimum:
        return Outcome.MISSING
    return outcome


def most_years(candidate: Candidate, rules: Rules) -> float | None:
    """The longest somebody of this graduation year can have worked; None without a year."""
    if candidate.cohort is None:
        return None
    return max(0, rules.now_year - candidate.cohort) + INTERNSHIP_YEARS


def _at_least(value: float | None, minimum: float | None) -> Outcome:
    if minimum is None:
        return Outcome.SATISFIED
    if value is None:
        return Outcome.UNKNOWN
    return Outcome.SATISFIED if value >= minimum else Outcome.MISSING


def _judge_cohort(candidate: Candidate, requirement: Requirement, rules: Rules) -> Outcome:
    """A year that nobody stated is unknown, but not without limit: who has hardly worked did not
    graduate long ago."""
    if not requirement.codes:
        return Outcome.SATISFIED
    if candidate.cohort is not None:
        found = str(candidate.cohort) in requirement.codes
        return Outcome.SATISFIED if found else Outcome.MISSING
    if candidate.experience_years is None:
        return Outcome.UNKNOWN
    earliest = rules.now_year - candidate.experience_years - YEARS_BETWEEN
    latest_asked = max((int(code) for code in requirement.codes if code.isdecimal()), default=None)
    is_long_past = latest_asked is not None and latest_asked < earliest
    return Outcome.MISSING if is_long_past else Outcome.UNKNOWN


def judge_major(majors: Sequence[str], requirement: Requirement, rules: Rules) -> Outcome:
    """Accept by prefix: a discipline or class covers all majors under it.

    With ``related`` the whole class of a named major and its neighbouring classes count too. A
    candidate known only by class may or may not hold the named major, and how a postgraduate
    subject stands to undergraduate classes of its discipline is not written anywhere: unknown.
    """
    if not requirement.codes:
        return Outcome.SATISFIED if ANYTHING in requirement.label else Outcome.UNKNOWN
    if not majors:
        return Outcome.UNKNOWN
    if any(major_fit(major, requirement, rules) > 0 for major in majors):
        return Outcome.SATISFIED
    could_be = any(_could_be(major, code) for major in majors for code in requirement.codes)
    return Outcome.UNKNOWN if could_be else Outcome.MISSING


def _could_be(major: str, code: str) -> bool:
    if _catalogue(major) == _catalogue(code):
        return _comparable(code).startswith(_comparable(major))
    if OLD_VOCATIONAL in (_catalogue(major), _catalogue(code)):
        return True
    return discipline_of(major) == discipline_of(code)


def major_fit(major: str, requirement: Requirement, rules: Rules) -> float:
    """How directly a major is accepted: named 1, by class 0.95, by discipline 0.9, related 0.8."""
    covering = [code for code in requirement.codes if _covers(code, major)]
    if covering:
        return max(_DIRECTNESS.get(len(code.lstrip(LETTERS)), 1.0) for code in covering)
    return 0.8 if requirement.related and _is_related(major, requirement.codes, rules) else 0.0


def _covers(code: str, major: str) -> bool:
    if len(code) == DISCIPLINE_DIGITS:
        return discipline_of(major) == code
    return _comparable(major).startswith(_comparable(code))


def _is_related(major: str, codes: Iterable[str], rules: Rules) -> bool:
    own = class_of(major)
    classes = {class_of(code) for code in codes if len(code) > DISCIPLINE_DIGITS}
    return own in classes or any(own in rules.related_majors.get(near, ()) for near in classes)


def _comparable(code: str) -> str:
    return f"A{code[1:]}" if code.startswith("G") else code


def _catalogue(code: str) -> str:
    return _comparable(code)[:1] if code[:1] in LETTERS else ""


def class_of(code: str) -> str:
    """0809 of 080901, A0812 of A081203 and of G0812."""
    letter = _catalogue(code)
    return _comparable(code)[: CLASS_DIGITS + len(letter)]


def discipline_of(code: str) -> str:
    """08 of 080901 and of A0812; numbers of the recruiting catalogue are none of these."""
    letter = _catalogue(code)
    return "" if letter == OLD_VOCATIONAL else code[len(letter) :][:DISCIPLINE_DIGITS]


def held_records(candidate: Candidate, kind: RequirementKind) -> tuple[SkillRecord, ...]:
    if kind is RequirementKind.SKILL:
        return candidate.skills
    if kind is RequirementKind.CERTIFICATE:
        return candidate.certificates
    if kind is RequirementKind.LANGUAGE:
        return candidate.languages
    raise ValueError(f"Nobody holds a {kind.value}.")


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


def _time_evidence(candidate: Candidate, kind: RequirementKind) -> Evidence:
    """Years of work tell about experience first, the year of graduation about the class."""
    years = candidate.experience_years
    if years is not None and (kind is RequirementKind.EXPERIENCE or candidate.cohort is None):
        return Evidence("experience.years", f"{years:g}")
    return Evidence("education.cohort", str(candidate.cohort))


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
        case RequirementKind.COHORT | RequirementKind.EXPERIENCE:
            return (_time_evidence(candidate, requirement.kind),)
        case _:
            records = held_records(candidate, requirement.kind)
            return tuple(
                Evidence(record.source, record.text or record.skill)
                for record in records
                if record.skill in requirement.codes
            )

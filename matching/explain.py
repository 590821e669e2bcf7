"""A scored pair as ``MatchScore``: the numbers as they were computed, and what they rest on.

Sources are slugs; wording belongs to the pages. Evidence is (the candidate's, the posting's).
"""

from collections.abc import Iterator
from functools import lru_cache

from matching.criteria import (
    CRITERIA,
    OCCUPATION_CLOSENESS,
    SKILL_KINDS,
    Weights,
    level_quality,
    occupation_levels,
)
from matching.documents import written_titles
from matching.eligibility import (
    Rules,
    check_requirements,
    experience_years,
    held_records,
    is_hard,
)
from matching.filters import bare, is_region_wanted
from matching.scoring import Scores
from matching.skills import asked_level, trade_of
from matching.types import (
    Candidate,
    Check,
    CriterionScore,
    Evidence,
    MatchScore,
    Outcome,
    Requirement,
    RequirementKind,
    Vacancy,
)

Pair = tuple[Evidence, Evidence]
QUOTE = 160
NEAR = 0.5


def build_score(
    candidate: Candidate,
    vacancy: Vacancy,
    scores: Scores,
    row: int,
    *,
    rules: Rules,
    weights: Weights,
    informative: bool = True,
    checks: tuple[Check, ...] | None = None,
) -> MatchScore:
    """The judgement of one pair from row ``row`` of its scores. ``checks`` if already made."""
    if checks is None:
        checks = check_requirements(candidate, vacancy, rules=rules)
    best_title = int(scores.best_title[row])
    evidence = {
        "occupation": _occupation(candidate, vacancy, best_title, checks),
        "skills": _skills(candidate, checks),
        "experience": _experience(candidate, vacancy, rules),
        "field": _field(candidate, vacancy, checks),
        "preference": _preference(candidate, vacancy),
    }
    numbers = zip(
        CRITERIA,
        scores.values[row].tolist(),
        weights.vector().tolist(),
        scores.points[row].tolist(),
        scores.known[row].tolist(),
        strict=True,
    )
    criteria = tuple(
        [
            CriterionScore(
                name, value, share, points, known, tuple(evidence[name]) if known else ()
            )
            for name, value, share, points, known in numbers
        ]
    )
    return MatchScore(
        candidate=candidate.id,
        vacancy=vacancy.id,
        total=sum(criterion.points for criterion in criteria),
        coverage=float(scores.coverage[row]),
        criteria=criteria,
        checks=checks,
        one_step_short=is_one_step_short(checks),
        informative=informative,
    )


def is_one_step_short(checks: tuple[Check, ...]) -> bool:
    """Exactly one hard condition is missing and it can still be had in time."""
    lacking = [c for c in checks if c.outcome is Outcome.MISSING and is_hard(c.requirement)]
    if not lacking:
        return False
    distinct = {bare(check.requirement) for check in lacking}
    return len(distinct) == 1 and all(check.reachable for check in lacking)


def _occupation(
    candidate: Candidate, vacancy: Vacancy, best_title: int, checks: tuple[Check, ...]
) -> Iterator[Pair]:
    if trade := set(trade_of(candidate)):
        asked = [c for c in checks if not trade.isdisjoint(c.requirement.codes)]
        yield from _skills(candidate, tuple(asked))
        return
    titles = written_titles(candidate.target_titles)
    if titles:
        title = titles[min(best_title, len(titles) - 1)]
        yield Evidence("intention.title", title), Evidence("posting.title", vacancy.title)
    pairs = [(a, b) for a in candidate.target_occupations for b in vacancy.occupations]
    closest = max(pairs, key=lambda pair: _closeness(*pair), default=None)
    if closest is not None and _closeness(*closest) >= NEAR:
        mine, theirs = closest
        yield Evidence("intention.occupation", mine), Evidence("posting.occupation", theirs)


@lru_cache(maxsize=1 << 16)
def _closeness(mine: str, theirs: str) -> float:
    levels = zip(occupation_levels(mine), occupation_levels(theirs), strict=True)
    return float(OCCUPATION_CLOSENESS[sum(a == b and a >= 0 for a, b in levels)])


def _skills(candidate: Candidate, checks: tuple[Check, ...]) -> Iterator[Pair]:
    for check in checks:
        requirement = check.requirement
        if check.evidence and requirement.kind in SKILL_KINDS:
            level = asked_level(requirement)
            best = max(
                (
                    record
                    for record in held_records(candidate, requirement.kind)
                    if record.skill in requirement.codes
                ),
                key=lambda r: (level_quality(r.level, level), r.source),
            )
            yield Evidence(best.source, best.text or best.skill), _asked(requirement)


def _asked(requirement: Requirement) -> Evidence:
    return Evidence("posting.requirement", requirement.sentence or requirement.label)


def _experience(candidate: Candidate, vacancy: Vacancy, rules: Rules) -> Iterator[Pair]:
    duties = Evidence("posting.duties", (vacancy.duties or vacancy.description)[:QUOTE])
    if duties.text:
        for record in candidate.experiences:
            told = f"{record.title} {record.text}".strip()[:QUOTE]
            yield Evidence(record.source, told), duties
        if candidate.summary and not candidate.experiences:
            yield Evidence("summary", candidate.summary[:QUOTE]), duties
    years = experience_years(candidate, rules)
    for requirement in vacancy.requirements:
        if requirement.kind is RequirementKind.EXPERIENCE and years is not None:
            yield Evidence("experience.years", f"{years:g}"), _asked(requirement)


def _field(candidate: Candidate, vacancy: Vacancy, checks: tuple[Check, ...]) -> Iterator[Pair]:
    name = candidate.major_name or ", ".join(candidate.majors)
    if not name:
        return
    stated = [
        check.requirement
        for check in checks
        if check.requirement.kind is RequirementKind.MAJOR
        and check.requirement.codes
        and check.outcome is Outcome.SATISFIED
    ]
    for requirement in stated:
        yield Evidence("education.major", name), _asked(requirement)
    if not stated:
        yield Evidence("education.major", name), Evidence("posting.title", vacancy.title)


def _preference(candidate: Candidate, vacancy: Vacancy) -> Iterator[Pair]:
    if candidate.regions and vacancy.regions:
        near = [own for own in candidate.regions if is_region_wanted((own,), vacancy.regions)]
        mine, theirs = ", ".join(near or candidate.regions), ", ".join(vacancy.regions)
        yield Evidence("intention.regions", mine), Evidence("posting.regions", theirs)
    best = vacancy.pay_max if vacancy.pay_max is not None else vacancy.pay_min
    if candidate.pay_floor is not None and best is not None:
        yield (
            Evidence("intention.pay", str(candidate.pay_floor)),
            Evidence("posting.pay", str(best)),
        )
    if candidate.industries and vacancy.industries:
        mine, theirs = ", ".join(candidate.industries), ", ".join(vacancy.industries)
        yield Evidence("intention.industries", mine), Evidence("posting.industries", theirs)
    if candidate.kinds and vacancy.kind:
        mine = ", ".join(candidate.kinds)
        yield Evidence("intention.kinds", mine), Evidence("posting.kind", vacancy.kind)

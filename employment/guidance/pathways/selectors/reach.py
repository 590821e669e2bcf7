"""Occupations within reach of today's skills, neighbours of one, and directions of study."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from employment.guidance.pathways.rules.demand import Demand, Pay, Trend
from employment.guidance.pathways.rules.distance import Missing, core, distance, missing, similarity
from employment.guidance.pathways.selectors.facts import Facts, present_facts
from employment.guidance.pathways.selectors.people import MARKS, Person
from employment.taxonomy.models import Industry, Major, Occupation, Skill

FARTHEST = 0.9
FEWEST_HELD = 2
MOST_MISSING = 5
TRANSFERABLE_FROM = 0.08
SHOWN = 12
TOP_DIRECTIONS = 5


@dataclass(frozen=True, slots=True)
class Bridge:
    """A skill to add, named by ``share`` of the postings."""

    skill: Skill
    share: float


@dataclass(frozen=True, slots=True)
class Reachable:
    """``distance`` 0 to 1; ``held`` of ``counted`` skills that matter are there."""

    occupation: Occupation
    distance: float
    held: int
    counted: int
    n: int
    pay: Pay | None
    trend: Trend | None
    industry: Industry | None
    bridges: tuple[Bridge, ...]
    similarity: float | None = None
    is_other_industry: bool = False

    @property
    def closeness(self) -> float:
        return 1 - self.distance


@dataclass(frozen=True, slots=True)
class Direction:
    """A major and what the postings that take it ask for, against the student's own."""

    major: Major
    distance: float
    n: int
    pay: Pay | None
    bridges: tuple[Bridge, ...]
    is_own: bool
    is_same_class: bool
    pay_change: float | None
    n_change: int | None

    @property
    def closeness(self) -> float:
        return 1 - self.distance

    @property
    def pay_less(self) -> float | None:
        return None if self.pay_change is None else -self.pay_change

    @property
    def n_fewer(self) -> int | None:
        return None if self.n_change is None else -self.n_change


def reachable(person: Person, *, limit: int = SHOWN) -> list[Reachable]:
    """Nearest first; only where some of the wanted skills are there."""
    facts = present_facts()
    found = []
    for code, demand in facts.occupations.items():
        shares = facts.shares(demand)
        far = distance(person.levels, shares)
        held = sum(skill in person.levels for skill in core(shares))
        if far is not None and far <= FARTHEST and held >= FEWEST_HELD:
            found.append((far, -demand.n, code))
    return described([(code, None) for _far, _n, code in sorted(found)[:limit]], person, facts)


def neighbours(
    occupation: Occupation, person: Person, *, other_industries: bool = False, limit: int = SHOWN
) -> list[Reachable]:
    """Occupations whose postings ask for like skills, most similar first."""
    facts = present_facts()
    own = facts.occupations.get(occupation.pk)
    if own is None:
        return []
    found = similar_codes(occupation.pk, facts)
    if other_industries:
        home = main_industry(own)
        found = [pair for pair in found if main_industry(facts.occupations[pair[0]]) != home]
    return described(found[:limit], person, facts, home=main_industry(own))


def similar_codes(code: str, facts: Facts) -> list[tuple[str, float]]:
    shares = facts.shares(facts.occupations[code])
    pairs = [
        (other, similarity(shares, facts.shares(demand), facts.telling))
        for other, demand in facts.occupations.items()
        if other != code
    ]
    kept = [pair for pair in pairs if pair[1] >= TRANSFERABLE_FROM]
    return sorted(kept, key=lambda pair: (-pair[1], pair[0]))


def main_industry(demand: Demand) -> str:
    """The section most of the postings belong to; ties go to the smaller code."""
    return min(demand.industries, key=lambda code: (-demand.industries[code], code), default="")


def described(
    codes: Sequence[tuple[str, float | None]], person: Person, facts: Facts, *, home: str = ""
) -> list[Reachable]:
    occupations = Occupation.objects.in_bulk([code for code, _likeness in codes])
    industries = Industry.objects.filter(parent=None).in_bulk()
    lacking = {
        code: missing(person.levels, facts.shares(facts.occupations[code])) for code, _ in codes
    }
    skills = skill_rows(lacking)
    return [
        _reachable(
            occupations[code], likeness, person, facts, lacking[code], skills, industries, home
        )
        for code, likeness in codes
        if code in occupations
    ]


def _reachable(
    occupation: Occupation,
    likeness: float | None,
    person: Person,
    facts: Facts,
    lacking: Sequence[Missing],
    skills: Mapping[str, Skill],
    industries: Mapping[str, Industry],
    home: str,
) -> Reachable:
    demand = facts.occupations[occupation.pk]
    shares = core(facts.shares(demand))
    section = main_industry(demand)
    far = distance(person.levels, facts.shares(demand))
    return Reachable(
        occupation=occupation,
        distance=1.0 if far is None else far,
        held=sum(skill in person.levels for skill in shares),
        counted=len(shares),
        n=demand.n,
        pay=demand.pay,
        trend=demand.trend,
        industry=industries.get(section),
        bridges=bridges(lacking, skills),
        similarity=likeness,
        is_other_industry=bool(home) and section != home,
    )


def bridges(lacking: Sequence[Missing], skills: Mapping[str, Skill]) -> tuple[Bridge, ...]:
    known = [row for row in lacking if row.skill in skills]
    return tuple(Bridge(skills[row.skill], row.share) for row in known[:MOST_MISSING])


def skill_rows(lacking: Mapping[str, Sequence[Missing]]) -> Mapping[str, Skill]:
    return Skill.objects.in_bulk({row.skill for rows in lacking.values() for row in rows})


def directions(person: Person, *, limit: int = TOP_DIRECTIONS) -> list[Direction]:
    """Majors of the same level by nearness of skills times demand (logarithm), the own one first.

    The own major comes first where enough postings name it, for comparison; it is not counted.
    """
    facts, own = present_facts(), person.student.major
    if own is None:
        return []
    rows = {row.pk.rstrip(MARKS): row for row in Major.objects.filter(level=own.level)}
    mine = own.pk.rstrip(MARKS)
    ranked = []
    for code in facts.majors.keys() & rows.keys():
        far = distance(person.levels, facts.shares(facts.majors[code]))
        if far is not None:
            ranked.append((-(1 - far) * math.log1p(facts.majors[code].n), code))
    chosen = [code for _worth, code in sorted(ranked) if code != mine][:limit]
    shown = [mine, *chosen] if mine in facts.majors else chosen
    lacking = {code: missing(person.levels, facts.shares(facts.majors[code])) for code in shown}
    skills = skill_rows(lacking)
    base = facts.majors.get(mine)
    return [
        _direction(rows[code], own, facts.majors[code], base, person, facts, lacking[code], skills)
        for code in shown
    ]


def _direction(
    major: Major,
    own: Major,
    demand: Demand,
    base: Demand | None,
    person: Person,
    facts: Facts,
    lacking: Sequence[Missing],
    skills: Mapping[str, Skill],
) -> Direction:
    paid = demand.pay is not None and base is not None and base.pay is not None
    return Direction(
        major=major,
        distance=distance(person.levels, facts.shares(demand)) or 0.0,
        n=demand.n,
        pay=demand.pay,
        bridges=bridges(lacking, skills),
        is_own=major.pk == own.pk,
        is_same_class=major.class_code == own.class_code,
        pay_change=demand.pay.p50 - base.pay.p50 if paid else None,  # type: ignore[union-attr]
        n_change=demand.n - base.n if base else None,
    )

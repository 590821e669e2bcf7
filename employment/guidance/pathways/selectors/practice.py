"""Open internships that close named gaps."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from employment.guidance.pathways.rules.distance import missing
from employment.guidance.pathways.selectors.facts import present_facts
from employment.guidance.pathways.selectors.gaps import open_internships
from employment.guidance.pathways.selectors.people import Person
from employment.postings.models import Posting
from employment.taxonomy.models import Occupation, Skill

SHOWN = 30
# Words in title or text: when in the year the internship falls.
SEASONS = {"summer": ("暑期", "暑假", "summer"), "winter": ("寒假", "winter")}


@dataclass(frozen=True, slots=True)
class Practice:
    """``closes``: missing skills it asks for; ``counts``: their part of the weighted gap."""

    posting: Posting
    closes: tuple[Skill, ...]
    counts: float


def internships(
    person: Person, occupation: Occupation, *, season: str = "", region: str = "", skill: str = ""
) -> list[Practice]:
    """Those that close most of the gap first, then others of the same occupation.

    Only what the student's programme qualifies for: no higher degree than it leads to.
    """
    weights = _weights(person, occupation)
    rows = suitable(person, season=season, region=region)
    if skill:
        rows = rows.filter(requirements__codes__contains=[skill])
    wanted = Q(requirements__codes__overlap=list(weights)) | Q(occupation=occupation)
    found = rows.filter(wanted).distinct().with_list_data().prefetch_related("requirements")
    skills = Skill.objects.in_bulk(list(weights))
    total = sum(weights.values()) or 1.0
    practices = [_practice(posting, weights, skills, total) for posting in found]
    ordered = sorted(practices, key=lambda one: (-one.counts, one.posting.pk))
    return ordered[:SHOWN]


def suitable(person: Person, *, season: str, region: str):  # type: ignore[no-untyped-def]
    rows = open_internships(person.student)
    if person.student.degree:
        rows = rows.filter(Q(degree_floor=None) | Q(degree_floor__lte=person.student.degree))
    if season:
        rows = rows.filter(_in_season(season))
    return rows.filter(pk__in=Posting.objects.in_region(region)) if region else rows


def _in_season(season: str) -> Q:
    """Summer or winter as named; term time is what names neither."""
    words: Iterable[str] = SEASONS.get(season) or [w for many in SEASONS.values() for w in many]
    named = Q()
    for word in words:
        named |= Q(title__icontains=word) | Q(description__icontains=word)
    return named if season in SEASONS else ~named


def _weights(person: Person, occupation: Occupation) -> dict[str, float]:
    facts = present_facts()
    demand = facts.occupations.get(occupation.pk)
    if demand is None:
        return {}
    return {row.skill: row.weight for row in missing(person.levels, facts.shares(demand))}


def _practice(
    posting: Posting, weights: dict[str, float], skills: dict[str, Skill], total: float
) -> Practice:
    codes = {code for row in posting.requirements.all() for code in row.codes}
    closes = sorted(codes & weights.keys(), key=lambda code: (-weights[code], code))
    return Practice(
        posting,
        tuple(skills[code] for code in closes if code in skills),
        sum(weights[code] for code in closes) / total,
    )

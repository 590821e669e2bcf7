"""The fit of a student to an occupation, with what each part rests on."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from employment.guidance.assessments.rules.interests import interest_fit
from employment.guidance.assessments.selectors import interest_profile, occupation_interests
from employment.guidance.pathways.enums import FitPart
from employment.guidance.pathways.rules import fit as rules
from employment.guidance.pathways.rules.demand import Demand, trend_of
from employment.guidance.pathways.rules.distance import core, distance
from employment.guidance.pathways.rules.fit import Fit, Part
from employment.guidance.pathways.selectors.facts import Facts, present_facts
from employment.guidance.pathways.selectors.people import Person, person_of
from employment.students.models import StudentProfile
from employment.taxonomy.models import Occupation, Region

RECENT_DAYS = 540
RELATED_SKILLS = 2

Evidence = Mapping[str, Any]


def occupation_fit(
    student: StudentProfile,
    occupation: Occupation,
    region: Region | None = None,
    *,
    person: Person | None = None,
) -> Fit:
    """Five parts in whole points that add up to ``total`` of 100.

    ``region``: where; without it the part of the region is unknown. ``coverage`` and the span
    from ``low`` to ``high`` say how much is unknown. Where fewer than five postings are known
    everything that rests on postings is unknown.
    """
    person = person or person_of(student)
    facts = present_facts()
    demand = facts.occupations.get(occupation.pk)
    parts = [interest_part(student, occupation)]
    if demand is not None:
        parts += [
            skills_part(person, demand, facts),
            major_part(person, demand),
            region_part(region, demand, facts),
            trajectory_part(person, demand, facts),
        ]
    return rules.fit_of(parts)


def interest_part(student: StudentProfile, occupation: Occupation) -> Part:
    """Unknown without a valid result that the student lets be used for guidance."""
    own = interest_profile(student)
    others = occupation_interests(occupation.pk)
    if own is None or others is None:
        return Part(FitPart.INTEREST, None)
    row = {
        "own": "".join(top_axes(own)),
        "occupation": "".join(top_axes(others.values)),
        "confidence": others.confidence,
    }
    return Part(FitPart.INTEREST, interest_fit(own, others.values), (row,), 1)


def top_axes(values: Sequence[float]) -> list[str]:
    """The three strongest of R I A S E C, strongest first."""
    ranked = sorted(zip(values, "RIASEC", strict=True), key=lambda pair: -pair[0])
    return [letter for _value, letter in ranked[:3]]


def skills_part(person: Person, demand: Demand, facts: Facts) -> Part:
    shares = facts.shares(demand)
    far = distance(person.levels, shares)
    if far is None or not person.levels:
        return Part(FitPart.SKILLS, None, n=demand.n)
    evidence = tuple(
        {"skill": skill, "share": share, "level": person.levels[skill], "rows": rows}
        for skill, share in core(shares).items()
        if (rows := person.evidence.get(skill))
    )
    return Part(FitPart.SKILLS, 1 - far, evidence, demand.n)


def major_part(person: Person, demand: Demand) -> Part:
    if not person.majors:
        return Part(FitPart.MAJOR, None, n=demand.n)
    value = rules.major_value(
        own=person.majors, named=demand.majors, open_to_all=demand.any_major, n=demand.n
    )
    named = max((demand.majors.get(code, 0) for code in person.majors), default=0)
    return Part(FitPart.MAJOR, value, ({"named": named, "any_major": demand.any_major},), demand.n)


def region_part(region: Region | None, demand: Demand, facts: Facts) -> Part:
    """Unknown without a region, or where even its province has fewer than five such postings."""
    market = facts.market
    code = counted_place(region, demand) if region else ""
    if not code or market is None or region is None:
        return Part(FitPart.REGION, None)
    place, everything = demand.places[code], market.places[code]
    trend = trend_of(place.months)
    change = trend.change if trend else None
    value = rules.region_value(
        local=place.n, local_all=everything.n, n=demand.n, n_all=market.n, change=change
    )
    row = {
        "region": region.pk,
        "label": region.label,
        "is_province": code != region.pk,
        "share": place.n / everything.n,
        "share_all": demand.n / market.n,
        "change": change,
        "months": trend.months if trend else 0,
        "period": facts.period,
    }
    return Part(FitPart.REGION, value, (row,), place.n)


def counted_place(region: Region, demand: Demand) -> str:
    """The place itself, else its city, else its province: the first with enough postings."""
    places = (region.pk, f"{region.pk[:4]}00", f"{region.pk[:2]}0000")
    return next((code for code in places if code in demand.places), "")


def trajectory_part(person: Person, demand: Demand, facts: Facts) -> Part:
    wanted = core(facts.shares(demand)).keys()
    related = [one for one in person.activities if len(one.skills & wanted) >= RELATED_SKILLS]
    if not person.activities and person.grade_change is None:
        return Part(FitPart.TRAJECTORY, None)
    since = timezone.localdate() - dt.timedelta(days=RECENT_DAYS)
    value = rules.trajectory_value(
        related=len(related),
        total=len(person.activities),
        recent=any(one.end is None or one.end >= since for one in related),
        grades=person.grade_change,
    )
    evidence: list[Evidence] = [
        {"title": one.title, "skills": sorted(one.skills & wanted)} for one in related
    ]
    if person.grade_change is not None:
        evidence.append({"grade_change": person.grade_change})
    return Part(FitPart.TRAJECTORY, value, tuple(evidence), len(person.activities))

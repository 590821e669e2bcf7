"""Target occupations with their fit and gaps, and the market of the major, as facts."""

from collections.abc import Sequence

from employment.guidance.pathways.enums import FitPart
from employment.guidance.pathways.rules.fit import Fit, Part
from employment.guidance.pathways.selectors import Gap, Target, gaps, market, targets
from employment.guidance.pathways.services.fit import occupation_fit
from employment.guidance.reports.rules.facts import (
    GapFact,
    MarketFact,
    PartFact,
    PlaceFact,
    TargetFact,
    WayFact,
)
from employment.guidance.reports.selectors.names import named
from employment.students.models import StudentProfile
from employment.taxonomy.models import Region

MOST_TARGETS = 3


def target_facts(student: StudentProfile) -> tuple[TargetFact, ...]:
    return tuple(target_fact(student, one) for one in targets(student)[:MOST_TARGETS])


def target_fact(student: StudentProfile, target: Target) -> TargetFact:
    fit: Fit = occupation_fit(student, target.occupation, target.region)
    found = gaps(student, target.occupation)
    return TargetFact(
        code=target.occupation.pk,
        name=named(target.occupation),
        region=named(target.region) if target.region else None,
        chosen_by=target.chosen_by.value,
        parts=tuple(part_fact(part) for part in fit.parts),
        gaps=tuple(gap_fact(gap, target.occupation.pk) for gap in found),
    )


def part_fact(part: Part) -> PartFact:
    grades = any("grade_change" in row for row in part.evidence)
    return PartFact(
        kind=FitPart(part.kind).value,
        points=part.points,
        maximum=part.maximum,
        known=part.is_known,
        n=part.n,
        guidance=part.is_known and (part.kind == FitPart.INTEREST or grades),
    )


def gap_fact(gap: Gap, occupation: str) -> GapFact:
    return GapFact(
        code=gap.skill.pk,
        name=named(gap.skill),
        size=gap.size,
        share=round(gap.share, 4),
        n=gap.n,
        ways=tuple(
            WayFact(
                kind=way.kind,
                title=way.title if way.kind == "course" else "",
                occupation=occupation,
                skill=gap.skill.pk,
            )
            for way in gap.actions
        ),
    )


def market_fact(student: StudentProfile) -> MarketFact | None:
    """None without a major of the catalogue."""
    major = student.major
    if major is None:
        return None
    intention = getattr(student, "intention", None)
    regions: Sequence[Region] = list(intention.regions.all()) if intention else []
    found = market(major, regions)
    start, end = found.period or (None, None)
    return MarketFact(
        code=major.pk,
        name=named(major),
        n=found.n,
        start=start,
        end=end,
        p25=found.pay.p25 if found.pay else None,
        p50=found.pay.p50 if found.pay else None,
        p75=found.pay.p75 if found.pay else None,
        pay_n=found.pay.n if found.pay else 0,
        change=found.trend.change if found.trend else None,
        months=found.trend.months if found.trend else 0,
        internships=found.internships,
        places=tuple(
            PlaceFact(
                code=place.region.pk,
                name=named(place.region),
                n=place.n,
                p50=place.pay.p50 if place.pay else None,
                pay_n=place.pay.n if place.pay else 0,
            )
            for place in found.places
        ),
    )

"""Target occupations with their fit and gaps, and the market of the major, as facts."""

from collections import Counter
from collections.abc import Sequence

from employment.guidance.pathways.enums import ChosenBy, FitPart
from employment.guidance.pathways.rules.fit import Fit, Part
from employment.guidance.pathways.selectors import Gap, Target, gaps, market, targets
from employment.guidance.pathways.selectors.people import Person, person_of
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
from employment.matches.models import Match
from employment.students.models import StudentProfile
from employment.taxonomy.models import Occupation, Region

MOST_TARGETS = 3
FROM_MATCHES = "matches"
LEADING, MOST_LEADING, LEAST_LEADING = 15, 2, 3


def target_facts(student: StudentProfile, *, matching: bool) -> tuple[TargetFact, ...]:
    """Chosen or intended ones; without any, the occupations that lead the match list."""
    found = targets(student)[:MOST_TARGETS]
    person = person_of(student)
    if found or not matching:
        return tuple(target_fact(student, one, person, one.chosen_by.value) for one in found)
    led = [Target(one, first_region(student), ChosenBy.INTENTION) for one in leading(student)]
    return tuple(target_fact(student, one, person, FROM_MATCHES) for one in led)


def leading(student: StudentProfile) -> list[Occupation]:
    """Occupations of the best matches, the most frequent first."""
    rows = Match.objects.filter(student=student, posting__occupation__isnull=False)
    best = rows.select_related("posting__occupation")[:LEADING]
    counted = Counter(row.posting.occupation for row in best if row.posting.occupation)
    return [row for row, n in counted.most_common(MOST_LEADING) if n >= LEAST_LEADING]


def first_region(student: StudentProfile) -> Region | None:
    intention = getattr(student, "intention", None)
    return next(iter(intention.regions.all()), None) if intention else None


def target_fact(
    student: StudentProfile, target: Target, person: Person, chosen_by: str
) -> TargetFact:
    fit: Fit = occupation_fit(student, target.occupation, target.region, person=person)
    found = gaps(student, target.occupation, person=person)
    return TargetFact(
        code=target.occupation.pk,
        name=named(target.occupation),
        region=named(target.region) if target.region else None,
        chosen_by=chosen_by,
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

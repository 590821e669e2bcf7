"""The occupations a student works towards."""

from dataclasses import dataclass

from employment.guidance.pathways.enums import ChosenBy
from employment.guidance.pathways.models import TargetOccupation
from employment.matches.models import OccupationCoding
from employment.students.models import Intention, StudentProfile
from employment.taxonomy.enums import OccupationLevel
from employment.taxonomy.models import Occupation, Region

MOST_TARGETS = 3


@dataclass(frozen=True, slots=True)
class Target:
    occupation: Occupation
    region: Region | None
    chosen_by: ChosenBy


def targets(student: StudentProfile) -> list[Target]:
    """Chosen ones, oldest first; without any, up to three that the intention names."""
    rows = TargetOccupation.objects.filter(student=student).select_related("occupation", "region")
    chosen = [Target(row.occupation, row.region, ChosenBy(row.chosen_by)) for row in rows]
    return chosen or intended_targets(student)


def intended_targets(student: StudentProfile) -> list[Target]:
    intention = Intention.objects.filter(student=student).first()
    if intention is None:
        return []
    named = list(intention.occupations.filter(level=OccupationLevel.DETAIL).order_by("pk"))
    codings = OccupationCoding.objects.filter(student=student, occupation__isnull=False)
    coded = [row.occupation for row in codings.select_related("occupation") if row.occupation]
    region = intention.regions.order_by("pk").first()
    found = {occupation.pk: occupation for occupation in [*named, *coded]}
    return [
        Target(occupation, region, ChosenBy.INTENTION)
        for occupation in list(found.values())[:MOST_TARGETS]
    ]

"""What each picker offers, the likeliest level first."""

from django.db.models import QuerySet

from employment.taxonomy.enums import IndustryLevel, MajorLevel, OccupationLevel, RegionLevel
from employment.taxonomy.models import Industry, Major, Occupation, Region, Skill
from employment.taxonomy.selectors.picks import level_order


def pickable_regions() -> "QuerySet[Region]":
    return Region.objects.order_by(level_order(RegionLevel), "code")


def pickable_majors() -> "QuerySet[Major]":
    return Major.objects.order_by(level_order(MajorLevel), "code")


def pickable_occupations() -> "QuerySet[Occupation]":
    return Occupation.objects.order_by(level_order(OccupationLevel, last_first=True), "code")


def pickable_industries() -> "QuerySet[Industry]":
    return Industry.objects.order_by(level_order(IndustryLevel, last_first=True), "code")


def pickable_skills() -> "QuerySet[Skill]":
    return Skill.objects.order_by("name")

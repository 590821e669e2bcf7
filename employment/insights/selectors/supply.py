"""Students: how many, how complete their profiles, who can be matched."""

from collections.abc import Mapping
from typing import Any

from django.db.models import (
    Avg,
    Case,
    Count,
    Exists,
    F,
    FloatField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least, Length

from employment.insights.selectors.scope import Scope
from employment.privacy.enums import Purpose
from employment.privacy.models import Consent
from employment.students.models import (
    Certificate,
    Experience,
    Intention,
    LanguageScore,
    SkillClaim,
)
from employment.students.strength import ENOUGH_EXPERIENCES, ENOUGH_SKILLS

# Points of each part, as ``students.strength`` gives them to one profile.
PART_POINTS: Mapping[str, int] = {
    "basics": 20,
    "intention": 15,
    "regions": 10,
    "skills": 15,
    "evidence": 10,
    "experience": 20,
    "certificates": 10,
}
PROVEN_SKILLS = 3
TOLD_LENGTH = 30


def cohort_counts(scope: Scope) -> dict[int | None, int]:
    rows = scope.students().order_by().values_list("cohort").annotate(n=Count("pk"))
    return dict(rows.order_by("cohort"))


def readiness(scope: Scope) -> dict[str, int]:
    """Students in all, those who can be matched, those who agreed to be shown to employers."""
    mine = Consent.objects.in_force().filter(user=OuterRef("user"))
    known = Q(degree__isnull=False) | Q(major__isnull=False) | ~Q(major_text="")
    agreed = Exists(mine.filter(purpose=Purpose.MATCHING))
    return scope.students().aggregate(
        students=Count("pk"),
        agreed=Count("pk", filter=Q(agreed)),
        matchable=Count("pk", filter=Q(agreed) & known),
        shown=Count("pk", filter=Q(Exists(mine.filter(purpose=Purpose.EMPLOYERS)))),
    )


def part_shares(scope: Scope) -> dict[str, float | None]:
    """Average share of each part of the profile that is filled; None without students."""
    rows = scope.students().annotate(
        _skills=_counted(SkillClaim.objects.all()),
        _proven=_counted(SkillClaim.objects.exclude(evidence="")),
        _told=_counted(
            Experience.objects.annotate(_length=Length("description")).filter(
                _length__gte=TOLD_LENGTH
            )
        ),
        _certificates=_counted(Certificate.objects.all()),
        _languages=_counted(LanguageScore.objects.all()),
        _places=_counted(Intention.regions.through.objects.all(), "intention__student"),
    )
    found = rows.aggregate(
        part_basics=Avg((_filled("degree") + _filled("major") + _filled("cohort")) / 3),
        part_intention=Avg(_yes(Q(intention__isnull=False) & ~Q(intention__titles=[]))),
        part_regions=Avg((_yes(Q(_places__gt=0)) + _yes(Q(intention__pay_floor__gt=0))) / 2),
        part_skills=Avg(_up_to("_skills", ENOUGH_SKILLS)),
        part_evidence=Avg(_up_to("_proven", PROVEN_SKILLS)),
        part_experience=Avg(_up_to("_told", ENOUGH_EXPERIENCES)),
        part_certificates=Avg(_yes(Q(_certificates__gt=0) | Q(_languages__gt=0))),
    )
    return {name: found[f"part_{name}"] for name in PART_POINTS}


def completeness(shares: Mapping[str, float | None]) -> float | None:
    """Average profile strength between 0 and 1."""
    if shares["basics"] is None:
        return None
    return sum(points * (shares[name] or 0) for name, points in PART_POINTS.items()) / 100


def _counted(rows: "QuerySet[Any]", owner: str = "student") -> Coalesce:
    mine = rows.order_by().filter(**{owner: OuterRef("pk")}).values(owner)
    return Coalesce(Subquery(mine.annotate(_n=Count("pk")).values("_n")), 0)


def _yes(condition: Q) -> Case:
    return Case(When(condition, then=Value(1.0)), default=Value(0.0), output_field=FloatField())


def _filled(name: str) -> Case:
    return _yes(Q(**{f"{name}__isnull": False}))


def _up_to(name: str, enough: int) -> Least:
    return Least(F(name) * Value(1.0) / enough, Value(1.0), output_field=FloatField())

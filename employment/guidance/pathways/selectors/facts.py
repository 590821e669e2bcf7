"""Stored demand facts, kept per process until a newer computation is there."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from employment.guidance.pathways.enums import Subject
from employment.guidance.pathways.models import DemandFact
from employment.guidance.pathways.rules.demand import SMALLEST_N, Demand, demand_from
from employment.guidance.pathways.rules.distance import rarity
from employment.taxonomy.enums import SkillKind
from employment.taxonomy.models import Skill

MARKET_CODE = "all"
NAMED_SKILLS = (SkillKind.SKILL, SkillKind.TOOL, SkillKind.CERTIFICATE, SkillKind.LANGUAGE)


@dataclass(frozen=True, slots=True)
class Facts:
    """All subjects of one computation. Below ``SMALLEST_N`` a subject has no entry."""

    version: str
    period: tuple[dt.date, dt.date] | None
    computed_at: dt.datetime | None
    occupations: Mapping[str, Demand]
    majors: Mapping[str, Demand]
    market: Demand | None
    soft: frozenset[str]
    telling: Mapping[str, float]

    def shares(self, demand: Demand) -> dict[str, float]:
        """What a person can learn and prove: attitudes do not count as gaps."""
        return {code: share for code, share in demand.shares.items() if code not in self.soft}


NOTHING = Facts("", None, None, {}, {}, None, frozenset(), {})


def present_facts() -> Facts:
    """The newest computation; empty before the first."""
    version = DemandFact.objects.order_by("-computed_at").values_list("version", flat=True).first()
    return _facts(version) if version else NOTHING


@lru_cache(maxsize=2)
def _facts(version: str) -> Facts:
    rows = list(DemandFact.objects.filter(version=version))
    if not rows:
        return NOTHING
    by: dict[str, dict[str, Demand]] = {subject: {} for subject in Subject.values}
    for row in rows:
        if row.n >= SMALLEST_N:
            by[row.subject][row.code] = demand_from(row.facts)
    soft = Skill.objects.exclude(kind__in=NAMED_SKILLS).values_list("pk", flat=True)
    soft_codes = frozenset(soft)
    profiles = [_without(one, soft_codes) for one in by[Subject.OCCUPATION].values()]
    return Facts(
        version=version,
        period=(rows[0].period_start, rows[0].period_end),
        computed_at=rows[0].computed_at,
        occupations=by[Subject.OCCUPATION],
        majors=by[Subject.MAJOR],
        market=by[Subject.MARKET].get(MARKET_CODE),
        soft=soft_codes,
        telling=rarity(profiles),
    )


def _without(demand: Demand, soft: frozenset[str]) -> dict[str, float]:
    return {code: share for code, share in demand.shares.items() if code not in soft}

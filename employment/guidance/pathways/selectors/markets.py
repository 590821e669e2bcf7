"""The market for an occupation or a major, in the country and in places."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from employment.guidance.pathways.rules.demand import Demand, Pay, Trend, trend_of
from employment.guidance.pathways.selectors.facts import present_facts
from employment.taxonomy.models import Major, Occupation, Region

MARKS = "TK"  # of a major's printed code; postings name it without


@dataclass(frozen=True, slots=True)
class PlaceMarket:
    """``n`` is None where fewer than five postings would be counted."""

    region: Region
    n: int | None
    pay: Pay | None = None
    trend: Trend | None = None


@dataclass(frozen=True, slots=True)
class Market:
    """Nation-wide figures, and those of each region asked for. ``n`` None: too few to show."""

    n: int | None
    period: tuple[dt.date, dt.date] | None
    pay: Pay | None = None
    trend: Trend | None = None
    internships: int = 0
    places: tuple[PlaceMarket, ...] = ()


def market(subject: Occupation | Major, regions: Sequence[Region] = ()) -> Market:
    """What postings of the last twelve months say; pay is monthly and of full-time work."""
    facts = present_facts()
    if isinstance(subject, Occupation):
        demand = facts.occupations.get(subject.pk)
    else:
        demand = facts.majors.get(subject.pk.rstrip(MARKS))
    if demand is None:
        return Market(None, facts.period, places=tuple(PlaceMarket(one, None) for one in regions))
    return Market(
        n=demand.n,
        period=facts.period,
        pay=demand.pay,
        trend=demand.trend,
        internships=demand.internships,
        places=tuple(place_market(demand, region) for region in regions),
    )


def place_market(demand: Demand, region: Region) -> PlaceMarket:
    place = demand.places.get(region.pk)
    if place is None:
        return PlaceMarket(region, None)
    return PlaceMarket(region, place.n, place.pay, trend_of(place.months))

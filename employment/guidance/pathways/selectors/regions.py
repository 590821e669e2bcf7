"""One occupation in several places: demand, pay, and pay after rent at average prices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from employment.guidance.pathways.models import LivingCost
from employment.guidance.pathways.rules.demand import Pay, Place, Trend
from employment.guidance.pathways.rules.living import adjusted_pay
from employment.guidance.pathways.selectors.facts import present_facts
from employment.guidance.pathways.selectors.markets import place_market
from employment.guidance.pathways.selectors.people import Person
from employment.students.models import Intention
from employment.taxonomy.enums import RegionLevel
from employment.taxonomy.models import Occupation, Region

SHOWN = 12
MUNICIPALITIES = ("110000", "120000", "310000", "500000")


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """``left``: median pay minus rent, at average prices; None where a part of it is unknown."""

    region: Region
    n: int | None
    pay: Pay | None
    trend: Trend | None
    cost: LivingCost | None
    left: float | None
    is_wish: bool
    is_home: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """``wishes_only``: the student works only in these regions and has not opened the others."""

    rows: tuple[PlaceRow, ...]
    wishes_only: bool
    has_hard_wish: bool


def compare_regions(
    person: Person, occupation: Occupation, *, everywhere: bool = False
) -> Comparison:
    """Wished places first, then those with most postings; cities and provinces are not mixed."""
    facts = present_facts()
    demand = facts.occupations.get(occupation.pk)
    intention = Intention.objects.filter(student=person.student.pk).first()
    hard = bool(intention and intention.regions_hard and person.regions)
    home = home_region(person)
    codes = list(person.regions)
    if not hard or everywhere:
        codes += [home] if home else []
        codes += _busiest(demand.places if demand else {})
    regions = Region.objects.in_bulk(list(dict.fromkeys(codes))[:SHOWN])
    costs = {row.region_id: row for row in LivingCost.objects.filter(region__in=regions)}
    rows = []
    for code in dict.fromkeys(codes):
        if code not in regions:
            continue
        region, cost = regions[code], costs.get(code)
        place = place_market(demand, region) if demand else None
        pay = place.pay if place else None
        rows.append(
            PlaceRow(
                region=region,
                n=place.n if place else None,
                pay=pay,
                trend=place.trend if place else None,
                cost=cost,
                left=left_of(pay, cost),
                is_wish=code in person.regions,
                is_home=code == home,
            )
        )
    return Comparison(tuple(rows), hard and not everywhere, hard)


def left_of(pay: Pay | None, cost: LivingCost | None) -> float | None:
    if pay is None or cost is None:
        return None
    return adjusted_pay(pay.p50, rent=cost.rent, price_level=float(cost.price_level))


def home_region(person: Person) -> str:
    """Where the university is; the birthplace is never read."""
    return person.student.university.region_code


def _busiest(places: Mapping[str, Place]) -> Sequence[str]:
    is_city = Q(level=RegionLevel.CITY) | Q(pk__in=MUNICIPALITIES)
    found = Region.objects.filter(is_city, pk__in=list(places)).values_list("pk", flat=True)
    return sorted(found, key=lambda code: (-places[code].n, code))

"""Open postings: seats by occupation and place.

A posting in several places counts in each of them, its seats are shared evenly among its places.
"""

from typing import Any, TypedDict

from django.db.models import (
    Count,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Cast, Concat, Substr

from employment.insights.selectors.scope import Scope
from employment.postings.models import Posting
from employment.taxonomy.models import Occupation, Region

Row = dict[str, Any]
MOST_SEATS = F("seats").desc(nulls_last=True)


class Totals(TypedDict):
    postings: int
    with_seats: int
    with_occupation: int
    seats: int | None


def totals(scope: Scope) -> Totals:
    found: Any = scope.postings().aggregate(
        postings=Count("pk"),
        with_seats=Count("seats"),
        with_occupation=Count("occupation"),
        seats=Sum("seats"),
    )
    return found  # type: ignore[no-any-return]


def by_occupation(scope: Scope) -> list[Row]:
    """Medium groups, most seats first: group (code), postings, seats."""
    rows: Any = scope.postings().filter(occupation__isnull=False).values(group=group_code())
    rows = rows.annotate(postings=Count("pk"), seats=Sum("seats"))
    return list(rows.order_by(MOST_SEATS, "group"))


def by_province(scope: Scope) -> list[Row]:
    """Provinces, most seats first: province (code), postings, seats."""
    rows = _placed(scope).values("province").annotate(**_sums())
    return list(rows.order_by(MOST_SEATS, "province"))


def by_province_and_group(scope: Scope) -> list[Row]:
    rows = _placed(scope).filter(occupation__isnull=False).annotate(group=group_code())
    rows = rows.values("province", "group").annotate(**_sums())
    return list(rows.order_by(MOST_SEATS, "province", "group"))


def group_code() -> Concat:
    return Concat(Substr("occupation_id", 1, 4), Value("-00-00"))


def _placed(scope: Scope) -> Any:
    """One row for each place of a posting."""
    rows: Any = Posting.regions.through.objects.filter(posting=OuterRef("pk")).values("posting")
    places = Subquery(rows.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    province = Concat(Substr("regions__code", 1, 2), Value("0000"))
    return scope.postings().filter(regions__isnull=False).annotate(province=province, places=places)


def _sums() -> dict[str, Any]:
    share = Cast("seats", FloatField()) / F("places")
    return {"postings": Count("pk", distinct=True), "seats": Sum(share)}


def occupation_names(codes: set[str]) -> dict[str, str]:
    rows = Occupation.objects.filter(pk__in=codes).only("code", "name", "name_en")
    return {row.pk: row.label for row in rows}


def province_names(codes: set[str]) -> dict[str, str]:
    rows = Region.objects.filter(pk__in=codes).only("code", "name", "name_en", "short_name")
    return {row.pk: row.name_en if row.label == row.name_en else row.short_name for row in rows}

"""Costs of living that ship as a first orientation."""

from employment.guidance.pathways.library import read
from employment.guidance.pathways.models import LivingCost
from employment.taxonomy.models import Region

SOURCE = "启程团队估算，仅供参考，待就业处核实"


def load_costs() -> int:
    """Add the shipped rows of places that have none; what staff entered stays. Count the new."""
    rows = read("living_costs.csv")
    known = set(
        Region.objects.filter(pk__in=[r["region"] for r in rows]).values_list("pk", flat=True)
    )
    fresh = [
        LivingCost(
            region_id=row["region"], rent=row["rent"], price_level=row["price_level"], source=SOURCE
        )
        for row in rows
        if row["region"] in known
    ]
    before = LivingCost.objects.count()
    LivingCost.objects.bulk_create(fresh, ignore_conflicts=True)
    return LivingCost.objects.count() - before

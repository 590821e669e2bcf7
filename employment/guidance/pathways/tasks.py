from celery import shared_task

from employment.guidance.pathways.models import LivingCost
from employment.guidance.pathways.services.costs import load_costs
from employment.guidance.pathways.services.demand import refresh_demand


@shared_task
def refresh_demand_task(*, force: bool = False) -> None:
    if not LivingCost.objects.exists():
        load_costs()
    refresh_demand(only_if_changed=not force)

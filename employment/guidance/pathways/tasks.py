from celery import shared_task

from employment.guidance.pathways.services.demand import refresh_demand


@shared_task
def refresh_demand_task(*, force: bool = False) -> None:
    refresh_demand(only_if_changed=not force)

from celery import shared_task

from employment.guidance.reports.services.orders import work_order


@shared_task
def make_single(*, order_id: int) -> None:
    """A student waits for it."""
    work_order(order_id=order_id)


@shared_task
def work_batch(*, order_id: int) -> None:
    """Some reports, then ring again: other work in the queue gets its turn in between."""
    if work_order(order_id=order_id):
        work_batch.delay(order_id=order_id)

from celery import shared_task

from employment.insights.services.fairness import run_audit


@shared_task
def run_audit_task(*, audit_id: int) -> None:
    run_audit(audit_id=audit_id)

from celery import shared_task

from employment.insights.services.fairness import run_audit
from employment.insights.services.proposals import check_proposal


@shared_task
def run_audit_task(*, audit_id: int) -> None:
    run_audit(audit_id=audit_id)


@shared_task
def check_proposal_task(*, weights_id: int) -> None:
    check_proposal(weights_id=weights_id)

from typing import Any

from employment.insights.tasks import check_proposal_task, run_audit_task


def on_audit_asked(*, audit_id: int, **_kwargs: Any) -> None:
    run_audit_task.delay(audit_id=audit_id)


def on_weights_proposed(*, weights_id: int, **_kwargs: Any) -> None:
    check_proposal_task.delay(weights_id=weights_id)

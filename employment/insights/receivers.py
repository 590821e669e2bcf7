from typing import Any

from employment.insights.tasks import run_audit_task


def on_audit_asked(*, audit_id: int, **_kwargs: Any) -> None:
    run_audit_task.delay(audit_id=audit_id)

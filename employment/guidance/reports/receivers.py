from typing import Any

from employment.guidance.reports.services.making import forget_guidance
from employment.guidance.reports.tasks import make_single, work_batch
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import has_consent


def on_order_placed(*, order_id: int, is_batch: bool, **_kwargs: Any) -> None:
    task = work_batch if is_batch else make_single
    task.delay(order_id=order_id)


def on_consent_changed(*, user_id: int, purpose: str, **_kwargs: Any) -> None:
    """Whoever takes the agreement to guidance back takes it out of the stored reports too."""
    if purpose == Purpose.GUIDANCE and not has_consent(user_id=user_id, purpose=Purpose.GUIDANCE):
        forget_guidance(user_id=user_id)

"""The steps of an appointment as the timeline shows them."""

from collections.abc import Iterable
from typing import Any

from employment.support.models import AppointmentStateChange


def step_events(steps: Iterable[AppointmentStateChange]) -> list[dict[str, Any]]:
    return [
        {
            "title": step.get_to_state_display(),
            "at": step.at,
            "text": step.note,
            "state": step.to_state,
        }
        for step in steps
    ]

"""Who may take which step of an appointment, and until when."""

import datetime as dt

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.support.enums import (
    AFTERWARDS,
    COUNSELLING_ROLES,
    STUDENT_ACTIONS,
    TRANSITIONS,
    AppointmentAction,
    AppointmentState,
)


def may_take(actor: Actor, action: AppointmentAction) -> bool:
    if actor.role == Role.STUDENT:
        return action in STUDENT_ACTIONS
    return actor.role in COUNSELLING_ROLES


def in_time(*, starts_at: dt.datetime, now: dt.datetime, hours: int) -> bool:
    """Whether a student may still cancel or move; until the last permitted second."""
    return now <= starts_at - dt.timedelta(hours=hours)


def open_actions(
    actor: Actor, state: AppointmentState, *, starts_at: dt.datetime, now: dt.datetime, hours: int
) -> list[AppointmentAction]:
    """The steps to offer now, in the table's order."""
    begun = starts_at <= now
    allowed = [
        action
        for action, (sources, _target) in TRANSITIONS.items()
        if state in sources and may_take(actor, action)
    ]
    allowed = [action for action in allowed if begun == (action in AFTERWARDS)]
    late = not in_time(starts_at=starts_at, now=now, hours=hours)
    return [] if actor.role == Role.STUDENT and late else allowed

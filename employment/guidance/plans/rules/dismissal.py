"""When a dismissed advice may be shown again."""

import datetime as dt

from employment.guidance.plans.enums import DismissReason

DONE_DAYS = 30  # "I have done it": by then the figures should show it


def may_return(
    *,
    reason: str,
    dismissed_on: dt.date,
    today: dt.date,
    quiet_days: int,
    before: str,
    now: str,
) -> bool:
    """``before`` and ``now``: signatures of the numbers. What does not apply comes back only with
    other numbers and not within the quiet time; the others after a time, whatever the numbers."""
    days = (today - dismissed_on).days
    if reason == DismissReason.WRONG:
        return before != now and days >= quiet_days
    return days >= (DONE_DAYS if reason == DismissReason.DONE else quiet_days)

"""The secret address of a person's calendar."""

import secrets

from employment.accounts.models import User
from employment.common.audit import record
from employment.support.models import CalendarFeed


def renew_feed(*, user: User) -> CalendarFeed:
    """A new address; the former one stops working at once."""
    feed, _made = CalendarFeed.objects.update_or_create(
        user=user, defaults={"token": secrets.token_urlsafe(32)}
    )
    record(action="calendar_feed.renewed", obj=feed, actor_id=user.pk)
    return feed


def drop_feed(*, user: User) -> None:
    CalendarFeed.objects.filter(user=user).delete()
    record(action="calendar_feed.dropped", actor_id=user.pk)

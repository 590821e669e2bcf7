"""Holding a person's time. The database refuses what overlaps; a lock keeps the waiting orderly."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import User
from employment.support.errors import TimeTakenError
from employment.support.models import TakenTime

CONSTRAINT = "taken_time_no_overlap"


def take_time(*, user_id: int, starts_at: dt.datetime, ends_at: dt.datetime, **source: Any) -> None:
    """Hold the span for the user because of the one ``source`` (slot, appointment, …).

    An earlier hold of the same source moves to the span. Raises ``TimeTakenError``. The user's row
    is locked first: two inserts that find each other in the constraint would wait in a circle.
    """
    try:
        with transaction.atomic():
            User.objects.select_for_update(no_key=True).only("pk").get(pk=user_id)
            TakenTime.objects.update_or_create(
                **source,
                defaults={"user_id": user_id, "starts_at": starts_at, "ends_at": ends_at},
            )
    except IntegrityError as error:
        if CONSTRAINT not in str(error):
            raise
        raise TimeTakenError(_("There is already something at this time.")) from error


def free_time(**source: Any) -> None:
    TakenTime.objects.filter(**source).delete()

"""What stands in a person's calendar."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q
from django.utils import timezone

from employment.accounts.models import User
from employment.support.enums import HOLDING_STATES, RegistrationState
from employment.support.models import Appointment, Registration, Slot, Workshop

PAST = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Day:
    date: dt.date
    items: list["Slot | Workshop"]


def feed_rows(
    user: User, *, now: dt.datetime
) -> tuple[list[Appointment], list[Registration], list[Workshop]]:
    """Appointments on both sides, registrations and own workshops, from 60 days back."""
    since = now - PAST
    both = Q(student__user=user) | Q(slot__counsellor=user)
    appointments = Appointment.objects.filter(
        both, state__in=HOLDING_STATES, slot__starts_at__gt=since
    ).select_related("slot")
    registrations = (
        Registration.objects.filter(student__user=user, workshop__starts_at__gt=since)
        .exclude(state=RegistrationState.CANCELLED)
        .select_related("workshop")
    )
    workshops = Workshop.objects.filter(host=user, starts_at__gt=since, is_cancelled=False)
    return list(appointments), list(registrations), list(workshops)


def staff_days(user: User, *, first: dt.date, days: int) -> list[Day]:
    """The counsellor's slots and workshops from ``first`` on; a slot has ``held`` or None."""
    start = timezone.make_aware(dt.datetime.combine(first, dt.time.min))
    span = (start, start + dt.timedelta(days=days))
    slots = list(
        Slot.objects.filter(counsellor=user, starts_at__range=span, is_cancelled=False)
        .with_taken()
        .order_by("starts_at")
    )
    _attach_appointments(slots)
    hosted = Workshop.objects.filter(host=user, starts_at__range=span, is_cancelled=False)
    items: list[Slot | Workshop] = [*slots, *hosted.with_counts()]
    items.sort(key=lambda item: item.starts_at)
    return [Day(date, list(group)) for date, group in groupby(items, key=_local_date)]


def _local_date(item: Slot | Workshop) -> dt.date:
    return timezone.localtime(item.starts_at).date()


def _attach_appointments(slots: list[Slot]) -> None:
    rows = Appointment.objects.filter(slot__in=slots, state__in=HOLDING_STATES)
    held = {row.slot_id: row for row in rows.with_list_data()}
    for slot in slots:
        slot.held = held.get(slot.pk)  # type: ignore[attr-defined]

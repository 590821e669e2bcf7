"""Waiting for a taken time, and getting it when it becomes free."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.common.audit import record
from employment.common.errors import StateError
from employment.students.models import StudentProfile
from employment.support.enums import HOLDING_STATES, Notice
from employment.support.errors import TimeTakenError
from employment.support.models import Appointment, Slot, WaitingEntry
from employment.support.services.booking import make_appointment


@transaction.atomic
def join_waiting(
    *, student: StudentProfile, slot: Slot, topic: str, now: dt.datetime, message: str = ""
) -> WaitingEntry:
    """At the end of the slot's list; joining twice changes nothing.

    Raises ``StateError`` for a slot that is over, cancelled, the student's own or free.
    """
    locked = Slot.objects.select_for_update(of=("self",)).get(pk=slot.pk)
    held = locked.appointments.filter(state__in=HOLDING_STATES)
    if locked.is_cancelled or locked.starts_at <= now:
        raise StateError(_("This time is no longer offered."))
    if held.filter(student=student).exists():
        raise StateError(_("This time is already yours."))
    if not held.exists() and not locked.waiting.exists():
        raise StateError(_("This time is free; book it."))
    entry, made = WaitingEntry.objects.get_or_create(
        slot=locked, student=student, defaults={"topic": topic, "message": message}
    )
    if made:
        record(action="counselling.waiting", obj=locked, actor_id=student.user_id)
    return entry


def leave_waiting(*, student: StudentProfile, slot: Slot) -> None:
    WaitingEntry.objects.filter(slot=slot, student=student).delete()


@transaction.atomic
def promote(*, slot_id: int, now: dt.datetime | None = None) -> Appointment | None:
    """Give a free slot to the first of its list whose time is free; None where nobody gets it.

    Who has something else at that time by now stays on the list.
    """
    now = now or timezone.now()
    slot = Slot.objects.select_for_update(of=("self",)).get(pk=slot_id)
    taken = slot.appointments.filter(state__in=HOLDING_STATES).exists()
    if slot.is_cancelled or slot.starts_at <= now or taken:
        return None
    for entry in slot.waiting.select_related("student"):
        try:
            return make_appointment(
                student=entry.student,
                slot=slot,
                topic=entry.topic,
                message=entry.message,
                now=now,
                notice=Notice.PROMOTED,
            )
        except TimeTakenError:
            continue
    return None


def promote_everywhere(*, now: dt.datetime) -> int:
    """Free slots with a list whose promotion was lost with its process; how many were given."""
    free = Slot.objects.coming(now).without_holder().filter(waiting__isnull=False).distinct()
    return sum(promote(slot_id=pk, now=now) is not None for pk in free.values_list("pk", flat=True))

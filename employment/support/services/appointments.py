"""An appointment from booking to outcome."""

import datetime as dt
from functools import partial

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.common.audit import record
from employment.common.errors import InvalidError, NotAllowedError, StateError
from employment.students.models import StudentProfile
from employment.support.enums import (
    ACTIVE_STATES,
    AFTERWARDS,
    HOLDING_STATES,
    TRANSITIONS,
    AppointmentAction,
    AppointmentState,
    Notice,
)
from employment.support.errors import SlotTakenError, TooLateError
from employment.support.models import Appointment, Slot
from employment.support.rules.states import in_time, may_take
from employment.support.selectors.policy import rules_of
from employment.support.services.booking import make_appointment
from employment.support.services.log import log_step
from employment.support.services.times import free_time, take_time
from employment.support.services.waiting import promote

NOTICES = {
    AppointmentAction.CONFIRM: Notice.CONFIRMED,
    AppointmentAction.DECLINE: Notice.DECLINED,
    AppointmentAction.CANCEL: Notice.CANCELLED,
}


@transaction.atomic
def book(
    *, student: StudentProfile, slot: Slot, topic: str, now: dt.datetime, message: str = ""
) -> Appointment:
    """Book a slot that is offered to the student.

    Raises ``SlotTakenError`` when another has it or waits for it, ``TimeTakenError`` when the
    student has something else then, ``StateError`` for a slot that is over or cancelled.
    """
    locked = Slot.objects.select_for_update(of=("self",)).get(pk=slot.pk)
    _check_free(locked, student, topic, now)
    return make_appointment(student=student, slot=locked, topic=topic, message=message, now=now)


def _check_free(slot: Slot, student: StudentProfile, topic: str, now: dt.datetime) -> None:
    if slot.is_cancelled or slot.starts_at <= now:
        raise StateError(_("This time is no longer offered."))
    if slot.topics and topic not in slot.topics:
        raise InvalidError(_("This time is for other topics."))
    held = slot.appointments.filter(state__in=HOLDING_STATES).exists()
    if held or slot.waiting.exclude(student=student).exists():
        raise SlotTakenError(_("This time has just been taken."))


@transaction.atomic
def move_appointment(
    *,
    appointment: Appointment,
    action: AppointmentAction,
    actor: Actor,
    now: dt.datetime,
    note: str = "",
) -> Appointment:
    """Take one step of the table. A freed time goes to the first who waits for it."""
    if not may_take(actor, action):
        raise NotAllowedError(_("This step is not yours to take."))
    locked = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
    sources, target = TRANSITIONS[action]
    if locked.state not in sources:
        raise StateError(
            _("The appointment is “%(state)s”; this step is not possible now.")
            % {"state": locked.get_state_display()}
        )
    _check_time(locked, action, actor, now)
    before = AppointmentState(locked.state)
    locked.state = target
    locked.save(update_fields=["state", "updated_at"])
    if target not in HOLDING_STATES:
        free_time(appointment=locked)
        transaction.on_commit(partial(promote, slot_id=locked.slot_id))
    log_step(locked, NOTICES.get(action), before=before, actor_id=actor.user_id, note=note)
    return locked


def _check_time(
    appointment: Appointment, action: AppointmentAction, actor: Actor, now: dt.datetime
) -> None:
    begun = appointment.slot.starts_at <= now
    if begun != (action in AFTERWARDS):
        raise StateError(
            _("The appointment has begun.") if begun else _("The appointment has not begun.")
        )
    _check_deadline(appointment, actor, now)


def _check_deadline(appointment: Appointment, actor: Actor, now: dt.datetime) -> None:
    hours = rules_of(appointment.slot.university_id).cancel_hours
    in_good_time = in_time(starts_at=appointment.slot.starts_at, now=now, hours=hours)
    if actor.role == Role.STUDENT and not in_good_time:
        raise TooLateError(
            _("It is less than %(hours)s hours to the appointment. Please call your counsellor.")
            % {"hours": hours}
        )


@transaction.atomic
def reschedule(
    *, appointment: Appointment, slot: Slot, actor: Actor, now: dt.datetime
) -> Appointment:
    """Move to another free slot, under the rules of cancelling; the old one becomes free."""
    pks = sorted({appointment.slot_id, slot.pk})
    slots = Slot.objects.select_for_update(of=("self",)).order_by("pk").in_bulk(pks)
    locked = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
    if locked.state not in ACTIVE_STATES or locked.slot_id not in slots or len(slots) < 2:
        raise StateError(_("This appointment cannot be moved."))
    old, new = slots[locked.slot_id], slots[slot.pk]
    _check_deadline(locked, actor, now)
    _check_free(new, locked.student, locked.topic, now)
    _occupy(locked, new)
    transaction.on_commit(partial(promote, slot_id=old.pk))
    log_step(locked, Notice.MOVED, before=locked.state, actor_id=actor.user_id)
    return locked


def _occupy(appointment: Appointment, slot: Slot) -> None:
    appointment.slot = slot
    appointment.sequence += 1
    appointment.reminded_at = None
    try:
        with transaction.atomic():
            appointment.save(update_fields=["slot", "sequence", "reminded_at", "updated_at"])
    except IntegrityError as error:
        raise SlotTakenError(_("This time has just been taken.")) from error
    take_time(
        user_id=appointment.student.user_id,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        appointment=appointment,
    )
    slot.waiting.filter(student=appointment.student).delete()


@transaction.atomic
def write_outcome(*, appointment: Appointment, outcome: str, actor: Actor) -> Appointment:
    """What came out of it, for both sides to read; only after it took place."""
    locked = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
    if locked.state != AppointmentState.ATTENDED:
        raise StateError(_("An outcome belongs to an appointment that took place."))
    locked.outcome = outcome
    locked.save(update_fields=["outcome", "updated_at"])
    record(action="appointment.outcome", obj=locked, actor_id=actor.user_id)
    return locked

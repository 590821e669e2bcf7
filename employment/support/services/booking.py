"""Making an appointment. Callers hold the lock of its slot."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from employment.students.models import StudentProfile
from employment.support.enums import AppointmentState, Notice
from employment.support.errors import SlotTakenError
from employment.support.models import Appointment, Slot
from employment.support.selectors.policy import needs_confirmation
from employment.support.services.log import log_step
from employment.support.services.times import take_time


@transaction.atomic
def make_appointment(
    *,
    student: StudentProfile,
    slot: Slot,
    topic: str,
    message: str,
    now: dt.datetime,
    notice: Notice = Notice.BOOKED,
) -> Appointment:
    """Book the slot; after too many missed appointments it waits for the counsellor's word.

    Raises ``SlotTakenError`` or ``TimeTakenError`` and leaves nothing behind.
    """
    waits = needs_confirmation(student, now=now)
    state = AppointmentState.REQUESTED if waits else AppointmentState.BOOKED
    try:
        with transaction.atomic():
            appointment = Appointment.objects.create(
                slot=slot, student=student, state=state, topic=topic, message=message
            )
    except IntegrityError as error:
        raise SlotTakenError(_("This time has just been taken.")) from error
    take_time(
        user_id=student.user_id,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        appointment=appointment,
    )
    slot.waiting.filter(student=student).delete()
    told = Notice.REQUESTED if waits else notice
    log_step(appointment, told, actor_id=student.user_id)
    return appointment

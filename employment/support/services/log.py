"""The log of an appointment's steps, and telling those whom they concern."""

from functools import partial

from django.db import transaction

from employment.common.audit import record
from employment.support.enums import AppointmentState, Notice
from employment.support.models import Appointment, AppointmentStateChange
from employment.support.signals import appointment_changed


def log_step(
    appointment: Appointment,
    notice: Notice | None,
    *,
    actor_id: int | None,
    before: AppointmentState | str = "",
    note: str = "",
) -> None:
    """Write the step into log and audit; without a notice nobody is told."""
    AppointmentStateChange.objects.create(
        appointment=appointment,
        from_state=before,
        to_state=appointment.state,
        actor_id=actor_id,
        note=note,
    )
    record(
        action="appointment.moved",
        obj=appointment,
        actor_id=actor_id,
        slot=appointment.slot_id,
        before=str(before),
        after=str(appointment.state),
    )
    if notice is not None:
        by_student = actor_id == appointment.student.user_id
        transaction.on_commit(
            partial(
                appointment_changed.send,
                sender=Appointment,
                appointment_id=appointment.pk,
                notice=str(notice),
                by_student=by_student,
            )
        )

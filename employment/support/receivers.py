"""What follows from a step, after its commit."""

from typing import Any

from employment.support.tasks import send_appointment_mail, send_registration_mail


def on_appointment_changed(
    *, appointment_id: int, notice: str, by_student: bool, **_kwargs: Any
) -> None:
    send_appointment_mail.delay(appointment_id, notice, by_student)


def on_registration_changed(*, registration_id: int, notice: str, **_kwargs: Any) -> None:
    send_registration_mail.delay(registration_id, notice)

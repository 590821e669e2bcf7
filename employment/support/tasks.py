from celery import shared_task
from django.utils import timezone

from employment.support.enums import Notice
from employment.support.services.mails import mail_appointment, mail_registration
from employment.support.services.reminders import (
    claim_due_appointments,
    claim_due_registrations,
)
from employment.support.services.waiting import promote_everywhere
from employment.support.services.workshops import promote_all_workshops


@shared_task
def send_appointment_mail(appointment_id: int, notice: str, by_student: bool) -> None:
    mail_appointment(appointment_id=appointment_id, notice=Notice(notice), by_student=by_student)


@shared_task
def send_registration_mail(registration_id: int, notice: str) -> None:
    mail_registration(registration_id=registration_id, notice=Notice(notice))


@shared_task
def sweep() -> None:
    """Reminders that are due, and promotions that were lost with their process."""
    now = timezone.now()
    promote_everywhere(now=now)
    promote_all_workshops(now=now)
    for pk in claim_due_appointments(now=now):
        send_appointment_mail.delay(pk, Notice.REMINDER, False)
    for pk in claim_due_registrations(now=now):
        send_registration_mail.delay(pk, Notice.REMINDER)

"""Mails about appointments and workshops, in the reader's language, with a calendar file."""

from collections.abc import Mapping

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from employment.accounts.models import User
from employment.support.calendars import (
    Entry,
    appointment_entry,
    calendar_file,
    registration_entry,
)
from employment.support.enums import Notice
from employment.support.models import Appointment, Registration

TO_STAFF_TOO = frozenset({Notice.BOOKED, Notice.REQUESTED, Notice.MOVED, Notice.PROMOTED})


def mail_appointment(*, appointment_id: int, notice: Notice, by_student: bool) -> int:
    """To the student, and to the counsellor where the student did it; how many were sent."""
    rows = Appointment.objects.with_list_data()
    appointment = rows.filter(pk=appointment_id).first()
    if appointment is None:
        return 0
    counsellor = appointment.slot.counsellor
    readers = [appointment.student.user]
    if by_student and (notice in TO_STAFF_TOO or notice == Notice.CANCELLED):
        readers.append(counsellor)
    step = appointment.state_changes.last()
    context = {"slot": appointment.slot, "note": step.note if step else ""}
    return sum(_send(reader, notice, appointment_entry(appointment), context) for reader in readers)


def mail_registration(*, registration_id: int, notice: Notice) -> int:
    rows = Registration.objects.select_related("workshop", "student__user")
    registration = rows.filter(pk=registration_id).first()
    if registration is None:
        return 0
    context = {"workshop": registration.workshop}
    return _send(registration.student.user, notice, registration_entry(registration), context)


def _send(reader: User, notice: Notice, entry: Entry, context: Mapping[str, object]) -> int:
    if not reader.email:
        return 0
    with translation.override(reader.language or settings.LANGUAGE_CODE):
        subject = subject_of(notice)
        body = render_to_string(
            "support/mail.txt", {**context, "subject": subject, "entry": entry, "reader": reader}
        )
        mail = EmailMessage(subject=subject, body=body, to=[reader.email])
        mail.attach("qicheng.ics", calendar_file([entry]), "text/calendar")
    return mail.send()


def subject_of(notice: Notice) -> str:
    subjects = {
        Notice.BOOKED: _("Appointment booked"),
        Notice.REQUESTED: _("The appointment waits for the counsellor's confirmation"),
        Notice.CONFIRMED: _("Appointment confirmed"),
        Notice.DECLINED: _("The appointment was not confirmed"),
        Notice.CANCELLED: _("Appointment cancelled"),
        Notice.MOVED: _("Appointment moved"),
        Notice.PROMOTED: _("You moved up from the waiting list"),
        Notice.REMINDER: _("Reminder of your appointment"),
    }
    return subjects[notice]

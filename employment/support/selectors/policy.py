"""The university's rules, and what they mean for a student."""

import datetime as dt

from employment.students.models import StudentProfile
from employment.support.enums import AppointmentState
from employment.support.models import Appointment, CounsellingRules

NO_SHOW_WINDOW = dt.timedelta(days=365)


def rules_of(university_id: int) -> CounsellingRules:
    """The saved rules or, unsaved, the defaults."""
    found = CounsellingRules.objects.filter(university_id=university_id).first()
    return found or CounsellingRules(university_id=university_id)


def missed_count(student: StudentProfile, *, now: dt.datetime) -> int:
    """Appointments missed within a year."""
    return Appointment.objects.filter(
        student=student,
        state=AppointmentState.NO_SHOW,
        slot__starts_at__gt=now - NO_SHOW_WINDOW,
    ).count()


def needs_confirmation(student: StudentProfile, *, now: dt.datetime) -> bool:
    return missed_count(student, now=now) >= rules_of(student.university_id).no_show_limit

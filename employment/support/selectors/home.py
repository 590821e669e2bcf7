"""What counselling adds to the first screens. The apps above read it."""

import datetime as dt
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate

from employment.accounts.actors import Actor
from employment.students.models import StudentProfile
from employment.support.enums import ACTIVE_STATES, AppointmentState, RegistrationState
from employment.support.models import Appointment, FollowUp, Registration
from employment.support.selectors.finding import own_tasks

TOP = 4
SOON = dt.timedelta(days=14)


def student_counselling(student: StudentProfile, *, now: dt.datetime) -> dict[str, Any]:
    """Coming appointments and cancelled ones that would have come, workshops, tasks."""
    rows = Appointment.objects.filter(student=student, slot__starts_at__gt=now).with_list_data()
    shown = Q(state__in=ACTIVE_STATES) | Q(
        state=AppointmentState.CANCELLED, slot__is_cancelled=True
    )
    shown |= Q(state=AppointmentState.DECLINED)
    workshops = Registration.objects.filter(
        student=student,
        workshop__ends_at__range=(now, now + SOON),
        state=RegistrationState.REGISTERED,
        workshop__is_cancelled=False,
    ).select_related("workshop")
    return {
        "appointments": list(rows.filter(shown).order_by("slot__starts_at")[:TOP]),
        "workshops": list(workshops.order_by("workshop__starts_at")[:TOP]),
        "tasks": list(own_tasks(student).open()[:TOP]),
        "today": localdate(now),
    }


def staff_counselling(actor: Actor, *, now: dt.datetime) -> dict[str, Any]:
    """The next appointments, those that wait for a word, and open tasks of the own."""
    rows = Appointment.objects.visible_to(actor).with_list_data().order_by("slot__starts_at")
    past = rows.filter(state=AppointmentState.BOOKED, slot__starts_at__lte=now)
    tasks = FollowUp.objects.visible_to(actor).filter(created_by_id=actor.user_id).open()
    tasks = tasks.filter(Q(owner="staff") | Q(due__lt=localdate(now)))
    return {
        "coming": list(rows.filter(state__in=ACTIVE_STATES, slot__starts_at__gt=now)[:TOP]),
        "unmarked": list(past[:TOP]),
        "tasks": list(tasks.select_related("student__user").order_by("due", "pk")[:TOP]),
        "today": localdate(now),
    }

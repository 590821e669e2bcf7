"""Real threads with real connections: nobody is in two places, no time has two students."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from employment.common.errors import DomainError
from employment.support.enums import AppointmentAction
from employment.support.errors import SlotTakenError, TimeTakenError
from employment.support.models import Appointment, Slot, TakenTime, WaitingEntry
from employment.support.services.appointments import book, move_appointment, reschedule
from employment.support.services.waiting import join_waiting
from employment.support.services.workshops import register
from tests.factories.accounts import make_college
from tests.factories.students import make_student
from tests.factories.support import (
    actor_of,
    at,
    make_appointment,
    make_counsellor,
    make_slot,
    make_workshop,
)

pytestmark = pytest.mark.django_db(transaction=True)


def together(calls):
    """Run the calls in threads that start together; their results or errors, in order."""
    barrier = Barrier(len(calls))

    def run(call):
        try:
            barrier.wait()
            return call()
        except DomainError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


def book_or_wait(student, slot):
    try:
        return book(student=student, slot=slot, topic="resume", now=timezone.now())
    except SlotTakenError:
        return join_waiting(student=student, slot=slot, topic="resume", now=timezone.now())


def test_ten_students_on_one_slot_one_wins_the_others_wait():
    college = make_college()
    slot = make_slot(make_counsellor(college))
    students = [make_student(college=college) for _at in range(10)]

    results = together([partial(book_or_wait, student, slot) for student in students])

    assert sum(isinstance(result, Appointment) for result in results) == 1
    assert Appointment.objects.count() == 1
    assert WaitingEntry.objects.count() == 9


def test_student_clicks_on_two_times_that_overlap():
    college = make_college()
    slots = [
        make_slot(make_counsellor(college), start=at(3, 10, minute)) for minute in (0, 10, 20, 25)
    ]
    student = make_student(college=college)
    now = timezone.now()

    results = together(
        [partial(book, student=student, slot=slot, topic="resume", now=now) for slot in slots]
    )

    assert sum(isinstance(result, Appointment) for result in results) == 1
    assert sum(isinstance(result, TimeTakenError) for result in results) == 3


def test_counsellor_publishes_the_same_hour_twice():
    counsellor = make_counsellor()

    results = together([partial(make_slot, counsellor) for _at in range(4)])

    assert sum(isinstance(result, Slot) for result in results) == 1
    assert Slot.objects.count() == 1


def test_workshop_seats_are_given_once():
    college = make_college()
    workshop = make_workshop(make_counsellor(college), capacity=3)
    students = [make_student(college=college) for _at in range(8)]
    now = timezone.now()

    together([partial(register, student=one, workshop=workshop, now=now) for one in students])

    states = list(workshop.registrations.values_list("state", flat=True))
    assert states.count("registered") == 3
    assert states.count("waiting") == 5


def test_two_students_swap_into_the_same_free_slot():
    college = make_college()
    counsellor = make_counsellor(college)
    first, second = (
        make_appointment(make_student(college=college), counsellor, start=at(3, hour))
        for hour in (9, 10)
    )
    free = make_slot(counsellor, start=at(3, 11))
    now = timezone.now()

    results = together(
        [
            partial(
                reschedule,
                appointment=one,
                slot=free,
                actor=actor_of(one.student.user),
                now=now,
            )
            for one in (first, second)
        ]
    )

    assert sum(isinstance(result, Appointment) for result in results) == 1
    assert free.appointments.count() == 1


def test_cancelled_slot_goes_to_the_first_who_waits_and_only_once():
    college = make_college()
    appointment = make_appointment(make_student(college=college), make_counsellor(college))
    waiting = [make_student(college=college) for _at in range(3)]
    now = timezone.now()
    for student in waiting:
        join_waiting(student=student, slot=appointment.slot, topic="resume", now=now)

    cancel = partial(
        move_appointment,
        appointment=appointment,
        action=AppointmentAction.CANCEL,
        actor=actor_of(appointment.student.user),
        now=now,
    )
    snatch = partial(
        book, student=make_student(college=college), slot=appointment.slot, topic="resume", now=now
    )
    together([cancel, cancel, snatch])

    held = Appointment.objects.get(slot=appointment.slot, state="booked")
    assert held.student == waiting[0]
    assert WaitingEntry.objects.count() == 2


def test_database_refuses_overlap_even_without_the_services():
    slot = make_slot(make_counsellor())
    other = Slot.objects.create(
        university=slot.university,
        counsellor=slot.counsellor,
        starts_at=slot.starts_at + dt.timedelta(minutes=10),
        ends_at=slot.ends_at,
        place="x",
    )

    with pytest.raises(IntegrityError, match="taken_time_no_overlap"), transaction.atomic():
        TakenTime.objects.create(
            user=slot.counsellor, starts_at=other.starts_at, ends_at=other.ends_at, slot=other
        )

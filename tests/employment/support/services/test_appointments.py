import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from employment.accounts.actors import actor_for_user
from employment.common.errors import InvalidError, NotAllowedError, StateError
from employment.common.models import AuditEntry
from employment.students.models import StudentProfile
from employment.support.enums import AppointmentAction, AppointmentState, Visibility
from employment.support.errors import SlotTakenError, TimeTakenError, TooLateError
from employment.support.models import Appointment, CounsellingRules, Note, Slot, WaitingEntry
from employment.support.services.appointments import (
    book,
    move_appointment,
    reschedule,
    write_outcome,
)
from employment.support.services.notes import correct_note
from employment.support.services.slots import ConflictsError, cancel_slot
from employment.support.services.waiting import join_waiting, promote_everywhere
from employment.support.tasks import sweep
from tests.factories.accounts import make_college
from tests.factories.students import make_student
from tests.factories.support import (
    at,
    make_appointment,
    make_counsellor,
    make_note,
    make_slot,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def college():
    return make_college()


@pytest.fixture
def counsellor(college):
    return make_counsellor(college, email="c@example.org")


@pytest.fixture
def student(college):
    student = make_student(college=college)
    student.user.email = "s@example.org"
    student.user.save()
    return student


def step(appointment, action, user, now=None, **fields):
    return move_appointment(
        appointment=appointment,
        action=AppointmentAction(action),
        actor=actor_for_user(user),
        now=now or timezone.now(),
        **fields,
    )


def test_booking_is_logged_and_told(student, counsellor, django_capture_on_commit_callbacks):
    slot = make_slot(counsellor)

    with django_capture_on_commit_callbacks(execute=True):
        appointment = book(student=student, slot=slot, topic="resume", now=timezone.now())

    assert appointment.state_changes.get().to_state == AppointmentState.BOOKED
    assert AuditEntry.objects.filter(action="appointment.moved").count() == 1
    assert sorted(one.to[0] for one in mail.outbox) == ["c@example.org", "s@example.org"]
    assert mail.outbox[0].attachments[0].filename == "qicheng.ics"


def test_taken_slot_is_refused_and_can_be_waited_for(student, college, counsellor):
    taken = make_appointment(make_student(college=college), counsellor)

    with pytest.raises(SlotTakenError):
        book(student=student, slot=taken.slot, topic="resume", now=timezone.now())
    join_waiting(student=student, slot=taken.slot, topic="resume", now=timezone.now())
    join_waiting(student=student, slot=taken.slot, topic="resume", now=timezone.now())

    assert WaitingEntry.objects.count() == 1


def test_topic_has_to_be_one_of_the_slot(student, counsellor):
    slot = make_slot(counsellor, topics=["offer"])

    with pytest.raises(InvalidError):
        book(student=student, slot=slot, topic="resume", now=timezone.now())


def test_cancelling_promotes_who_waits_unless_taken_elsewhere(
    student, college, counsellor, django_capture_on_commit_callbacks
):
    taken = make_appointment(make_student(college=college), counsellor)
    busy = make_student(college=college)
    join_waiting(student=busy, slot=taken.slot, topic="resume", now=timezone.now())
    join_waiting(student=student, slot=taken.slot, topic="offer", now=timezone.now())
    make_appointment(busy, make_counsellor(college))  # at the same time

    with django_capture_on_commit_callbacks(execute=True):
        step(taken, "cancel", taken.student.user)

    held = Appointment.objects.get(slot=taken.slot, state="booked")
    assert (held.student, held.topic) == (student, "offer")
    assert WaitingEntry.objects.get().student == busy


def test_lost_promotion_is_made_up_for(student, college, counsellor):
    taken = make_appointment(make_student(college=college), counsellor)
    join_waiting(student=student, slot=taken.slot, topic="resume", now=timezone.now())
    step(taken, "cancel", taken.student.user)  # its callbacks never run

    assert promote_everywhere(now=timezone.now()) == 1
    assert Appointment.objects.get(slot=taken.slot, state="booked").student == student


def test_students_cancel_until_the_deadline_staff_until_the_start(student, counsellor):
    appointment = make_appointment(student, counsellor)
    CounsellingRules.objects.create(university=student.university, cancel_hours=6)
    late = appointment.slot.starts_at - dt.timedelta(hours=5)

    with pytest.raises(TooLateError):
        step(appointment, "cancel", student.user, late)
    step(appointment, "cancel", counsellor, late)

    appointment.refresh_from_db()
    assert appointment.state == AppointmentState.CANCELLED


def test_no_shows_lead_to_bookings_that_wait(student, counsellor):
    for days in (1, 2):
        missed = make_appointment(student, counsellor, start=at(days))
        step(missed, "miss", counsellor, missed.slot.ends_at)
    slot = make_slot(counsellor, start=at(9))

    appointment = book(student=student, slot=slot, topic="resume", now=at(8))
    assert appointment.state == AppointmentState.REQUESTED
    with pytest.raises(NotAllowedError):
        step(appointment, "confirm", student.user, at(8))
    confirmed = step(appointment, "confirm", counsellor, at(8))

    assert confirmed.state == AppointmentState.BOOKED


def test_attendance_is_known_only_afterwards_and_can_be_corrected(student, counsellor):
    appointment = make_appointment(student, counsellor)
    after = appointment.slot.ends_at

    with pytest.raises(StateError):
        step(appointment, "attend", counsellor)
    step(appointment, "miss", counsellor, after)
    step(appointment, "attend", counsellor, after)
    actor = actor_for_user(counsellor)
    done = write_outcome(appointment=appointment, outcome="改简历。", actor=actor)

    assert (done.state, done.outcome) == (AppointmentState.ATTENDED, "改简历。")
    assert appointment.state_changes.count() == 3


def test_moving_frees_the_old_time_and_keeps_the_file_in_sequence(student, counsellor):
    appointment = make_appointment(student, counsellor)
    old, new = appointment.slot, make_slot(counsellor, start=at(4))

    moved = reschedule(
        appointment=appointment, slot=new, actor=actor_for_user(student.user), now=timezone.now()
    )

    assert (moved.slot, moved.sequence) == (new, 1)
    assert not old.appointments.exists()
    assert moved.taken.starts_at == new.starts_at


def test_student_cannot_have_two_appointments_at_once(student, college, counsellor):
    make_appointment(student, counsellor)
    other = make_slot(make_counsellor(college), start=at(3, 10, 15))

    with pytest.raises(TimeTakenError):
        book(student=student, slot=other, topic="resume", now=timezone.now())


def test_bulk_publication_names_conflicts_and_leaves_nothing(counsellor):
    make_slot(counsellor)

    with pytest.raises(ConflictsError) as error:
        make_slot(counsellor, start=at(3, 10, 10))

    assert len(error.value.conflicts) == 1
    assert Slot.objects.count() == 1


def test_cancelled_slot_tells_the_student(student, counsellor, django_capture_on_commit_callbacks):
    appointment = make_appointment(student, counsellor)
    actor = actor_for_user(counsellor)

    with django_capture_on_commit_callbacks(execute=True):
        cancel_slot(slot=appointment.slot, reason="开会", actor=actor, now=timezone.now())

    appointment.refresh_from_db()
    assert appointment.state == AppointmentState.CANCELLED
    assert [one.to for one in mail.outbox] == [["s@example.org"]]
    assert "开会" in mail.outbox[0].body
    make_slot(counsellor)  # the hour is free again


def test_reminder_is_sent_once(student, counsellor):
    start = timezone.now() + dt.timedelta(hours=20)
    make_appointment(student, counsellor, start=start)

    sweep()
    sweep()

    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("visibility", "readers"),
    [
        (Visibility.PRIVATE, {"author"}),
        (Visibility.STAFF, {"author", "colleague"}),
        (Visibility.SHARED, {"author", "colleague", "student"}),
    ],
)
def test_notes_are_read_by_whom_they_are_for(student, college, counsellor, visibility, readers):
    make_note(student, counsellor, visibility)
    people = {
        "author": counsellor,
        "colleague": make_counsellor(college),
        "student": student.user,
        "stranger": make_counsellor(),
    }

    reading = {
        name
        for name, user in people.items()
        if Note.objects.visible_to(actor_for_user(user)).exists()
    }

    assert reading == readers


def test_note_is_never_changed_only_corrected(student, college, counsellor):
    note = make_note(student, counsellor)
    note.text = "别的"
    with pytest.raises(TypeError):
        note.save()
    with pytest.raises(NotAllowedError):
        correct_note(
            note=note, text="x", visibility="staff", actor=actor_for_user(make_counsellor(college))
        )

    newer = correct_note(
        note=note, text="新的", visibility="staff", actor=actor_for_user(counsellor)
    )

    assert newer.corrects == note
    assert Note.objects.count() == 2
    assert StudentProfile.objects.get().counselling_notes.count() == 2

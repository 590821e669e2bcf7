"""Counsellors, their times, and workshops."""

import datetime as dt
from typing import Any

from django.utils import timezone

from employment.accounts.actors import Actor, actor_for_user
from employment.accounts.enums import Role
from employment.accounts.models import Organisation, User
from employment.students.models import StudentProfile
from employment.support.enums import AppointmentState, Visibility
from employment.support.models import Appointment, CalendarFeed, FollowUp, Note, Slot, Workshop
from employment.support.rules.series import Span
from employment.support.services.appointments import book
from employment.support.services.notes import add_follow_up, write_note
from employment.support.services.slots import SlotPlan, publish_slots
from employment.support.services.workshops import plan_workshop, register
from tests.factories.accounts import make_college, make_user


def make_counsellor(college: Organisation | None = None, **fields: Any) -> User:
    college = college or make_college()
    return make_user(role=Role.COUNSELLOR, organisation=college, **fields)


def actor_of(user: User) -> Actor:
    return actor_for_user(user)


def at(days: float = 3, hour: int = 10, minute: int = 0) -> dt.datetime:
    """A full hour some days ahead, in local time."""
    day = timezone.localtime() + dt.timedelta(days=days)
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


def make_slot(
    counsellor: User,
    *,
    start: dt.datetime | None = None,
    minutes: int = 30,
    now: dt.datetime | None = None,
    everybody: bool = False,
    **plan: Any,
) -> Slot:
    """Offered to the counsellor's college unless ``everybody``."""
    actor = actor_for_user(counsellor)
    start = start or at()
    plan = {"place": "就业指导中心 201", "college_id": actor.college_id} | plan
    if everybody:
        plan["college_id"] = None
    published = publish_slots(
        plan=SlotPlan(counsellor=counsellor, **plan),
        spans=[Span(start, start + dt.timedelta(minutes=minutes))],
        actor=actor,
        now=now or start - dt.timedelta(days=300),
    )
    return published.slots[0]


def make_appointment(
    student: StudentProfile,
    counsellor: User,
    *,
    start: dt.datetime | None = None,
    state: AppointmentState = AppointmentState.BOOKED,
    **fields: Any,
) -> Appointment:
    """Booked long before; another state is written as it is."""
    slot = make_slot(counsellor, start=start)
    now = slot.starts_at - dt.timedelta(days=30)
    appointment = book(student=student, slot=slot, topic="resume", now=now, **fields)
    if state != appointment.state:
        Appointment.objects.filter(pk=appointment.pk).update(state=state)
        appointment.state = state
    return appointment


def make_workshop(host: User, *, start: dt.datetime | None = None, **fields: Any) -> Workshop:
    start = start or at(5, 14)
    values = {
        "title": "简历工作坊",
        "topic": "resume",
        "starts_at": start,
        "ends_at": start + dt.timedelta(hours=2),
        "place": "报告厅",
        "capacity": 2,
    }
    return plan_workshop(
        host=host,
        actor=actor_for_user(host),
        now=start - dt.timedelta(days=30),
        **(values | fields),
    )


def make_note(
    student: StudentProfile, author: User, visibility: Visibility = Visibility.STAFF, **fields: Any
) -> Note:
    values = {"text": "谈了意向城市。"} | fields
    return write_note(
        student=student, actor=actor_for_user(author), visibility=visibility, **values
    )


def make_follow_up(student: StudentProfile, author: User, **fields: Any) -> FollowUp:
    due = timezone.localdate() + dt.timedelta(days=7)
    values = {"title": "补上实习经历", "due": due, "owner": "student"} | fields
    return add_follow_up(student=student, actor=actor_for_user(author), **values)


def counselling_cast(student: StudentProfile, counsellor: User) -> dict[str, Any]:
    """One of each for the table of permissions; free slot and workshop are for everybody."""
    talk = make_appointment(student, counsellor, start=at(4))
    workshop = make_workshop(counsellor)
    CalendarFeed.objects.create(user=student.user, token="calendar-token")
    make_note(student, counsellor, Visibility.STAFF, text="老师之间的话")
    return {
        "talk": talk,
        "slot": make_slot(counsellor, start=at(4, 15), everybody=True),
        "follow_up": make_follow_up(student, counsellor),
        "note": make_note(student, counsellor, Visibility.PRIVATE, text="悄悄话只给自己"),
        "workshop": workshop,
        "registration": register(student=student, workshop=workshop, now=talk.created_at),
    }

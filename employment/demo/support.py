"""The demo counsellor's desk: times, appointments in every state, notes, tasks, a workshop."""

import datetime as dt

from django.utils import timezone

from employment.accounts.actors import Actor, actor_for_user
from employment.accounts.models import User
from employment.students.models import StudentProfile
from employment.support.enums import AppointmentAction, Visibility
from employment.support.models import Appointment, Slot
from employment.support.rules.series import Series, Span
from employment.support.services import workshops
from employment.support.services.appointments import book, move_appointment, write_outcome
from employment.support.services.notes import add_follow_up, write_note
from employment.support.services.slots import SlotPlan, publish_slots
from employment.support.services.waiting import join_waiting

PLACE = "大学生活动中心 203 咨询室"
WEEKS = 3


def add_counselling() -> None:
    counsellor = User.objects.filter(username="counsellor").first()
    if counsellor is None or Slot.objects.exists():
        return
    actor = actor_for_user(counsellor)
    students = list(StudentProfile.objects.visible_to(actor).order_by("user_id")[:8])
    named = StudentProfile.objects.visible_to(actor).filter(user__username__startswith="student")
    students = list(dict.fromkeys([*named.order_by("user_id"), *students]))[:8]
    if len(students) < 4:
        return
    past = publish(counsellor, actor, days=-14, begin=14)
    coming = publish(counsellor, actor, days=1, begin=14, until=WEEKS)
    publish(counsellor, actor, days=2, begin=9, until=WEEKS)
    held_talks(past, students, actor)
    coming_talks(coming, students)
    add_workshops(counsellor, actor, students)


def publish(counsellor: User, actor: Actor, *, days: int, begin: int, until: int = 0) -> list[Slot]:
    """Two hours in half-hours, weekly for ``until`` weeks, as if published a month before."""
    day = timezone.localdate() + dt.timedelta(days=days)
    series = Series(
        day=day,
        begin=dt.time(begin),
        end=dt.time(begin + 2),
        minutes=30,
        until=day + dt.timedelta(weeks=until),
    )
    plan = SlotPlan(counsellor=counsellor, college_id=None, place=PLACE)
    before = timezone.now() + dt.timedelta(days=days - 30)
    spans = series.spans(timezone.get_current_timezone())
    return publish_slots(plan=plan, spans=spans, actor=actor, now=before).slots


def held_talks(slots: list[Slot], students: list[StudentProfile], actor: Actor) -> None:
    now = timezone.now()
    early = slots[0].starts_at - dt.timedelta(days=7)
    for at, (slot, student) in enumerate(zip(slots, students[:3], strict=False)):
        talk = book(student=student, slot=slot, topic="resume", now=early)
        came = at < 2
        action = AppointmentAction.ATTEND if came else AppointmentAction.MISS
        move_appointment(appointment=talk, action=action, actor=actor, now=now)
        if came:
            write_outcome(
                appointment=talk, outcome="简历先补上项目结果，再投两个城市的岗位。", actor=actor
            )
            write_down(talk, student, actor)


def write_down(talk: Appointment, student: StudentProfile, actor: Actor) -> None:
    today = timezone.localdate()
    texts = (
        (Visibility.SHARED, "谈了意向岗位与城市，目标比较清楚，项目描述缺少结果。"),
        (Visibility.STAFF, "家里希望回省会，本人更想去沿海，下次继续聊。"),
    )
    for visibility, text in texts:
        write_note(student=student, text=text, visibility=visibility, actor=actor, appointment=talk)
    tasks = (
        ("student", "给每个项目补上一句结果", 3),
        ("student", "约一次模拟面试", -2),
        ("staff", "问就业处要往届去向名单", 5),
    )
    for owner, title, days in tasks:
        due = today + dt.timedelta(days=days)
        add_follow_up(
            student=student, title=title, due=due, owner=owner, actor=actor, appointment=talk
        )


def coming_talks(slots: list[Slot], students: list[StudentProfile]) -> None:
    now = slots[0].starts_at - dt.timedelta(days=2)
    book(student=students[0], slot=slots[0], topic="interview", now=now, message="下周有群面。")
    book(student=students[3], slot=slots[1], topic="offer", now=now)
    for student in students[1:3]:
        join_waiting(student=student, slot=slots[1], topic="direction", now=now)


def add_workshops(counsellor: User, actor: Actor, students: list[StudentProfile]) -> None:
    now = timezone.now()
    for days, title, topic, seats in (
        (-7, "面试前的准备", "interview", 30),
        (6, "简历工作坊：把结果写出来", "resume", 3),
    ):
        start = timezone.localtime().replace(hour=19, minute=0, second=0, microsecond=0)
        span = Span(start + dt.timedelta(days=days), start + dt.timedelta(days=days, hours=2))
        workshop = workshops.plan_workshop(
            host=counsellor,
            actor=actor,
            now=now - dt.timedelta(days=30),
            title=title,
            topic=topic,
            description="带上自己的材料，现场分组修改。",
            starts_at=span.starts_at,
            ends_at=span.ends_at,
            place="图书馆报告厅",
            capacity=seats,
        )
        for at, student in enumerate(students[1:]):
            row = workshops.register(
                student=student, workshop=workshop, now=span.starts_at - dt.timedelta(days=20)
            )
            if days < 0:
                came = at != 2
                workshops.set_attendance(
                    registration=row, attended=came, actor_id=counsellor.pk, now=timezone.now()
                )
                row.refresh_from_db()
                if came:
                    workshops.give_feedback(
                        registration=row, rating=4 + at % 2, comment="例子很实用。" if at else ""
                    )

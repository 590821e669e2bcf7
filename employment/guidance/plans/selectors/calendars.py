"""The plan as a calendar file: open tasks with a date, and milestones that still come."""

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event

from employment.guidance.plans.enums import MilestoneState, TaskState
from employment.guidance.plans.models import Task
from employment.guidance.plans.selectors.plan import (
    Step,
    course_for,
    roadmap,
    settings_of,
    tasks_of,
)
from employment.students.models import StudentProfile

COMING = (MilestoneState.SOON, MilestoneState.LATER, MilestoneState.OVERDUE)


def calendar_of(student: StudentProfile, *, now: dt.datetime, today: dt.date) -> bytes:
    """An iCalendar file of whole days. Ids stay the same, so a reader updates its entries."""
    calendar = Calendar()
    calendar.add("prodid", "-//Qicheng//Plan//ZH")
    calendar.add("version", "2.0")
    for event in events_of(student, today=today):
        event.add("dtstamp", now)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def events_of(student: StudentProfile, *, today: dt.date) -> Iterable[Event]:
    course = course_for(student, settings_of(student))
    for task in tasks_of(student).filter(state=TaskState.OPEN, due__isnull=False):
        yield task_event(task)
    for step in roadmap(student, course, today=today):
        if step.state in COMING:
            yield step_event(step, student)


def task_event(task: Task) -> Event:
    assert task.due is not None  # noqa: S101 -- for the type checker
    day = max(task.due, task.snoozed_until) if task.snoozed_until else task.due
    return whole_day(f"task-{task.pk}@qicheng", task.title, day, task.notes)


def step_event(step: Step, student: StudentProfile) -> Event:
    return whole_day(f"{step.code}-{student.pk}@qicheng", step.title, step.due, step.text)


def whole_day(uid: str, title: str, day: dt.date, text: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("summary", title)
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(1))
    if text:
        event.add("description", text)
    return event

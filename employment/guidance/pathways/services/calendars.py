"""Steps of a study path as a calendar file."""

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone
from icalendar import Calendar, Event

from employment.guidance.pathways.enums import StudyPath
from employment.guidance.pathways.selectors.study import Milestone


def path_calendar(path: StudyPath, cohort: int, milestones: Sequence[Milestone]) -> bytes:
    """All-day events; taken in again they replace themselves (stable UIDs)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Qicheng//Pathways//")
    calendar.add("version", "2.0")
    for one in milestones:
        event = Event()
        event.add("uid", f"{path}-{cohort}-{one.code}@pathways.qicheng")
        event.add("dtstamp", timezone.now())
        event.add("summary", f"{path.label}: {one.title}")
        event.add("dtstart", one.starts)
        event.add("dtend", (one.ends or one.starts) + dt.timedelta(days=1))
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content

"""Calendar files. They name neither people nor what a talk is about: feeds end up with third
parties."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from employment.support.enums import AppointmentState, RegistrationState
from employment.support.models import Appointment, Registration, Workshop

PRODUCT = "-//Qicheng//Counselling//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    uid: str
    title: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    place: str
    link: str
    sequence: int = 0
    status: str = "CONFIRMED"


def appointment_entry(appointment: Appointment) -> Entry:
    slot = appointment.slot
    over = appointment.state in {AppointmentState.CANCELLED, AppointmentState.DECLINED}
    tentative = appointment.state == AppointmentState.REQUESTED
    return Entry(
        uid=f"appointment-{appointment.pk}@qicheng",
        title=_("Counselling appointment"),
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        place=slot.place,
        link=slot.link,
        sequence=appointment.sequence * 2 + over,
        status="CANCELLED" if over else "TENTATIVE" if tentative else "CONFIRMED",
    )


def workshop_entry(workshop: Workshop) -> Entry:
    return Entry(
        uid=f"workshop-{workshop.pk}@qicheng",
        title=workshop.title,
        starts_at=workshop.starts_at,
        ends_at=workshop.ends_at,
        place=workshop.place,
        link=workshop.link,
        sequence=int(workshop.is_cancelled),
        status="CANCELLED" if workshop.is_cancelled else "CONFIRMED",
    )


def registration_entry(registration: Registration) -> Entry:
    entry = workshop_entry(registration.workshop)
    if registration.state != RegistrationState.WAITING:
        return entry
    return Entry(entry.uid, entry.title, *_spans(entry), entry.place, entry.link, 0, "TENTATIVE")


def _spans(entry: Entry) -> tuple[dt.datetime, dt.datetime]:
    return entry.starts_at, entry.ends_at


def calendar_file(entries: Iterable[Entry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Counselling"))
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts_at.astimezone(dt.UTC))
    event.add("dtend", entry.ends_at.astimezone(dt.UTC))
    event.add("dtstamp", timezone.now().astimezone(dt.UTC))
    event.add("sequence", entry.sequence)
    event.add("status", entry.status)
    if entry.place:
        event.add("location", entry.place)
    if entry.link:
        event.add("url", entry.link)
    return event

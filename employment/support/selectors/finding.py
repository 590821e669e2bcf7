"""Times and workshops a student can choose from."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from employment.students.models import StudentProfile
from employment.support.enums import ACTIVE_STATES, RegistrationState
from employment.support.models import (
    Appointment,
    FollowUp,
    Registration,
    Slot,
    WaitingEntry,
    Workshop,
)
from employment.support.models.notes import FollowUpQuerySet
from employment.support.models.workshops import WorkshopQuerySet

LOOK_AHEAD = dt.timedelta(days=60)
MAX_SLOTS = 300


@dataclass(frozen=True, slots=True)
class CounsellorTimes:
    """One counsellor's times by day. ``is_own``: the student's own counsellor."""

    counsellor: str
    is_own: bool
    days: list[tuple[dt.date, list[Slot]]]


def offered_slots(
    student: StudentProfile, *, now: dt.datetime, topic: str = "", free_only: bool = False
) -> QuerySet[Slot]:
    rows = Slot.objects.offered_to(student).coming(now).filter(starts_at__lt=now + LOOK_AHEAD)
    if topic:
        rows = rows.filter(Q(topics__contains=[topic]) | Q(topics=[]))
    mine = WaitingEntry.objects.filter(slot=OuterRef("pk"), student=student)
    if free_only:
        rows = rows.free()
    own = Appointment.objects.filter(student=student, state__in=ACTIVE_STATES)
    rows = rows.exclude(pk__in=own.values("slot_id"))
    return rows.with_taken().annotate(is_waiting=Exists(mine)).select_related("counsellor")


def times_by_counsellor(student: StudentProfile, slots: QuerySet[Slot]) -> list[CounsellorTimes]:
    """The student's own counsellor first, then by the earliest time."""
    found = list(slots.order_by("starts_at", "pk")[:MAX_SLOTS])
    order = {slot.counsellor_id: at for at, slot in reversed(list(enumerate(found)))}
    own = student.counsellor_id
    found.sort(key=lambda slot: (slot.counsellor_id != own, order[slot.counsellor_id]))
    groups = [list(rows) for _pk, rows in groupby(found, key=attrgetter("counsellor_id"))]
    return [
        CounsellorTimes(str(rows[0].counsellor), rows[0].counsellor_id == own, _by_day(rows))
        for rows in groups
    ]


def _by_day(rows: list[Slot]) -> list[tuple[dt.date, list[Slot]]]:
    def day(slot: Slot) -> dt.date:
        return timezone.localtime(slot.starts_at).date()

    return [(date, list(group)) for date, group in groupby(rows, key=day)]


def own_appointments(student: StudentProfile) -> QuerySet[Appointment]:
    rows = Appointment.objects.filter(student=student).with_list_data()
    return rows.order_by("-slot__starts_at", "-pk")


def own_waiting(student: StudentProfile, *, now: dt.datetime) -> list[tuple[WaitingEntry, int]]:
    """What the student waits for, with the place in the list."""
    rows = (
        WaitingEntry.objects.filter(student=student, slot__starts_at__gt=now)
        .select_related("slot__counsellor")
        .prefetch_related(Prefetch("slot__waiting", WaitingEntry.objects.order_by("at", "id")))
        .order_by("slot__starts_at")
    )
    return [(row, [one.pk for one in row.slot.waiting.all()].index(row.pk) + 1) for row in rows]


def own_tasks(student: StudentProfile) -> FollowUpQuerySet:
    rows = FollowUp.objects.filter(student=student, owner="student")
    return rows.select_related("created_by").order_by("due", "pk")


def workshop_list(
    rows: WorkshopQuerySet, student: StudentProfile | None
) -> list[tuple[Workshop, Registration | None]]:
    """Workshops with the student's registration."""
    found = list(rows.with_counts())
    mine: dict[int, Registration] = {}
    if student is not None:
        joined = Registration.objects.filter(student=student, workshop__in=found)
        joined = joined.exclude(state=RegistrationState.CANCELLED)
        mine = {row.workshop_id: row for row in joined}
    return [(workshop, mine.get(workshop.pk)) for workshop in found]

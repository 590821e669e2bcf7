"""Workshops: planning them, seats and waiting lists, attendance, what was thought of them."""

import datetime as dt
import secrets
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Avg, Count, F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.models import User
from employment.common.audit import record
from employment.common.errors import InvalidError, StateError
from employment.students.models import StudentProfile
from employment.support.enums import Notice, RegistrationState
from employment.support.errors import TimeTakenError
from employment.support.models import Registration, Workshop
from employment.support.services.times import free_time, take_time
from employment.support.signals import registration_changed

R = RegistrationState
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without those that look alike
CODE_LENGTH = 6
EARLY = dt.timedelta(minutes=30)


def plan_workshop(*, host: User, actor: Actor, now: dt.datetime, **fields: Any) -> Workshop:
    """Raises ``InvalidError`` for the past and ``TimeTakenError`` when the host is taken."""
    if fields["starts_at"] <= now:
        raise InvalidError(_("Choose times that lie ahead."))
    code = "".join(secrets.choice(CODE_LETTERS) for _at in range(CODE_LENGTH))
    with transaction.atomic():
        workshop = Workshop.objects.create(
            university_id=actor.university_id or 0, host=host, check_in_code=code, **fields
        )
        _hold_host(workshop)
        _audit("workshop.planned", workshop, actor.user_id)
    return workshop


@transaction.atomic
def change_workshop(*, workshop: Workshop, actor: Actor, **fields: Any) -> Workshop:
    """Raises ``StateError`` for a cancelled one, a new time with people in it or too few seats."""
    locked = _lock(workshop)
    seats = locked.registrations.filter(seat__isnull=False)
    highest = seats.order_by("-seat").values_list("seat", flat=True).first() or 0
    moved = any(fields.get(name, getattr(locked, name)) != getattr(locked, name) for name in TIMES)
    if locked.is_cancelled or (moved and highest):
        raise StateError(_("Its time is fixed: students have planned with it."))
    if fields.get("capacity", locked.capacity) < highest:
        raise StateError(_("More seats than this are taken."))
    for name, value in fields.items():
        setattr(locked, name, value)
    locked.save()
    _hold_host(locked)
    _audit("workshop.changed", locked, actor.user_id)
    transaction.on_commit(partial(promote_workshop, workshop_id=locked.pk))
    return locked


TIMES = ("starts_at", "ends_at")


@transaction.atomic
def cancel_workshop(*, workshop: Workshop, actor: Actor, now: dt.datetime) -> None:
    locked = _lock(workshop)
    if locked.is_cancelled or locked.ends_at <= now:
        raise StateError(_("The workshop is over or already cancelled."))
    locked.is_cancelled = True
    locked.save(update_fields=["is_cancelled"])
    free_time(workshop=locked)
    for registration in locked.registrations.filter(state__in=(R.REGISTERED, R.WAITING)):
        _leave(registration)
        _tell(registration, Notice.CANCELLED)
    _audit("workshop.cancelled", locked, actor.user_id)


@transaction.atomic
def register(*, student: StudentProfile, workshop: Workshop, now: dt.datetime) -> Registration:
    """A seat, or a place on the waiting list when none is free; twice changes nothing.

    Raises ``TimeTakenError`` and ``StateError`` when it has begun or is cancelled.
    """
    locked = _lock(workshop)
    if locked.is_cancelled or locked.starts_at <= now:
        raise StateError(_("This workshop takes no more registrations."))
    row = Registration.objects.filter(workshop=locked, student=student).first()
    if row is not None and row.state != R.CANCELLED:
        return row
    row = row or Registration(workshop=locked, student=student)
    row.state, row.seat, row.queued_at = R.WAITING, None, now
    row.save()
    seat = _free_seat(locked)
    if seat is not None:
        _seat(row, seat)
        _tell(row, Notice.BOOKED)
    _audit("workshop.registered", locked, student.user_id)
    return row


@transaction.atomic
def unregister(*, registration: Registration, now: dt.datetime) -> None:
    """Give the seat back to whoever waits longest."""
    locked = _lock(registration.workshop)
    row = Registration.objects.select_for_update(of=("self",)).get(pk=registration.pk)
    if row.state not in {R.REGISTERED, R.WAITING} or locked.starts_at <= now:
        raise StateError(_("The workshop has begun."))
    _leave(row)
    _audit("workshop.unregistered", locked, row.student.user_id)
    transaction.on_commit(partial(promote_workshop, workshop_id=locked.pk))


@transaction.atomic
def promote_workshop(*, workshop_id: int, now: dt.datetime | None = None) -> int:
    """Fill free seats from the list; who is taken at that time stays on it."""
    workshop = Workshop.objects.select_for_update(of=("self",)).get(pk=workshop_id)
    if workshop.is_cancelled or workshop.starts_at <= (now or timezone.now()):
        return 0
    given = 0
    for row in workshop.registrations.filter(state=R.WAITING).select_related("student"):
        seat = _free_seat(workshop)
        if seat is None:
            break
        try:
            _seat(row, seat)
        except TimeTakenError:
            continue
        _tell(row, Notice.PROMOTED)
        given += 1
    return given


@transaction.atomic
def check_in(*, registration: Registration, code: str, now: dt.datetime) -> None:
    """The student types the code shown in the room, from half an hour before to the end."""
    workshop = registration.workshop
    if not workshop.starts_at - EARLY <= now <= workshop.ends_at:
        raise StateError(_("Check-in is open during the workshop."))
    if not secrets.compare_digest(code.strip().upper().encode(), workshop.check_in_code.encode()):
        raise InvalidError(_("This is not the code of this workshop."))
    person = registration.student.user_id
    set_attendance(registration=registration, attended=True, actor_id=person, now=now)


@transaction.atomic
def set_attendance(
    *, registration: Registration, attended: bool, actor_id: int, now: dt.datetime
) -> None:
    if now < registration.workshop.starts_at - EARLY:
        raise StateError(_("Attendance is marked once it has begun."))
    row = Registration.objects.select_for_update(of=("self",)).get(pk=registration.pk)
    if row.seat is None:
        raise StateError(_("Only people with a seat are on the attendance list."))
    row.state = R.ATTENDED if attended else R.ABSENT
    row.save(update_fields=["state"])
    _audit("workshop.attendance", row.workshop, actor_id)


def give_feedback(*, registration: Registration, rating: int, comment: str) -> None:
    """Once attended; a later answer replaces the earlier."""
    if registration.state != R.ATTENDED:
        raise StateError(_("Only those who were there are asked."))
    Registration.objects.filter(pk=registration.pk).update(rating=rating, comment=comment)


def feedback_of(workshop: Workshop) -> dict[str, Any]:
    """Number and mean of the ratings, and comments without names."""
    rows = workshop.registrations.filter(rating__isnull=False)
    found = rows.order_by().aggregate(n=Count("pk"), mean=Avg("rating"))
    comments = rows.exclude(comment="").order_by("comment").values_list("comment", flat=True)
    return {**found, "comments": list(comments)}


def _lock(workshop: Workshop) -> Workshop:
    return Workshop.objects.select_for_update(of=("self",)).get(pk=workshop.pk)


def _hold_host(workshop: Workshop) -> None:
    take_time(
        user_id=workshop.host_id,
        starts_at=workshop.starts_at,
        ends_at=workshop.ends_at,
        workshop=workshop,
    )


def _free_seat(workshop: Workshop) -> int | None:
    taken = set(workshop.registrations.filter(seat__isnull=False).values_list("seat", flat=True))
    return next((seat for seat in range(1, workshop.capacity + 1) if seat not in taken), None)


@transaction.atomic
def _seat(row: Registration, seat: int) -> None:
    row.state, row.seat = R.REGISTERED, seat
    row.save(update_fields=["state", "seat"])
    take_time(
        user_id=row.student.user_id,
        starts_at=row.workshop.starts_at,
        ends_at=row.workshop.ends_at,
        registration=row,
    )


def _leave(row: Registration) -> None:
    row.state, row.seat = R.CANCELLED, None
    row.save(update_fields=["state", "seat"])
    free_time(registration=row)


def _tell(row: Registration, notice: Notice) -> None:
    send = partial(registration_changed.send, sender=Registration, registration_id=row.pk)
    transaction.on_commit(partial(send, notice=str(notice)))


def _audit(action: str, workshop: Workshop, actor_id: int) -> None:
    record(action=action, obj=workshop, actor_id=actor_id, organisation_id=workshop.university_id)


def promote_all_workshops(*, now: dt.datetime) -> int:
    """Free seats whose promotion was lost with its process; how many were given."""
    rows = Workshop.objects.filter(is_cancelled=False, starts_at__gt=now).with_counts()
    free = rows.alias(gap=F("capacity") - F("seated")).filter(gap__gt=0)
    return sum(
        promote_workshop(workshop_id=pk, now=now) for pk in free.values_list("pk", flat=True)
    )

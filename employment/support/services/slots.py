"""Publishing and cancelling times."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.models import User
from employment.common.audit import record
from employment.common.errors import InvalidError, StateError
from employment.support.enums import ACTIVE_STATES, AppointmentState, Notice
from employment.support.errors import TimeTakenError
from employment.support.models import Slot
from employment.support.rules.series import Span
from employment.support.services.log import log_step
from employment.support.services.times import free_time, take_time


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """What all slots of one publication have in common."""

    counsellor: User
    college_id: int | None
    place: str = ""
    link: str = ""
    topics: Sequence[str] = ()


@dataclass(slots=True)
class Published:
    """``conflicts`` are the spans at which the counsellor already has something."""

    slots: list[Slot] = field(default_factory=list)
    conflicts: list[Span] = field(default_factory=list)


class ConflictsError(InvalidError):
    code = "conflicts"

    def __init__(self, conflicts: list[Span]) -> None:
        super().__init__(_("The counsellor already has something at these times."))
        self.conflicts = conflicts


@transaction.atomic
def publish_slots(
    *,
    plan: SlotPlan,
    spans: Iterable[Span],
    actor: Actor,
    now: dt.datetime,
    skip_conflicts: bool = False,
) -> Published:
    """Publish every span, or none: with a conflict ``ConflictsError`` names all of them.

    With ``skip_conflicts`` the others are published. Raises ``InvalidError`` for past times.
    """
    wanted = list(spans)
    if not wanted or any(span.starts_at <= now for span in wanted):
        raise InvalidError(_("Choose times that lie ahead."))
    result = Published()
    series = uuid.uuid4() if len(wanted) > 1 else None
    for span in wanted:
        try:
            result.slots.append(_publish(plan, span, actor, series))
        except TimeTakenError:
            result.conflicts.append(span)
    if result.conflicts and not (skip_conflicts and result.slots):
        raise ConflictsError(result.conflicts)
    _audit("counselling.published", actor, result.slots)
    return result


@transaction.atomic
def _publish(plan: SlotPlan, span: Span, actor: Actor, series: uuid.UUID | None) -> Slot:
    slot = Slot.objects.create(
        university_id=actor.university_id or 0,
        college_id=plan.college_id,
        counsellor=plan.counsellor,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        place=plan.place,
        link=plan.link,
        topics=list(plan.topics),
        series=series,
    )
    take_time(user_id=plan.counsellor.pk, starts_at=span.starts_at, ends_at=span.ends_at, slot=slot)
    return slot


@transaction.atomic
def cancel_slot(*, slot: Slot, reason: str, actor: Actor, now: dt.datetime) -> None:
    """Take the time back. Whoever booked it is told; who waited for it leaves the list."""
    locked = Slot.objects.select_for_update(of=("self",)).get(pk=slot.pk)
    if locked.is_cancelled or locked.starts_at <= now:
        raise StateError(_("This time is over or already cancelled."))
    locked.is_cancelled, locked.cancelled_because = True, reason
    locked.save(update_fields=["is_cancelled", "cancelled_because"])
    free_time(slot=locked)
    locked.waiting.all().delete()
    held = locked.appointments.select_for_update(of=("self",)).filter(state__in=ACTIVE_STATES)
    for appointment in held:
        before, appointment.state = appointment.state, AppointmentState.CANCELLED
        appointment.save(update_fields=["state", "updated_at"])
        free_time(appointment=appointment)
        log_step(appointment, Notice.CANCELLED, before=before, actor_id=actor.user_id, note=reason)
    _audit("counselling.cancelled", actor, [locked])


def cancel_series(*, slot: Slot, reason: str, actor: Actor, now: dt.datetime) -> int:
    """Cancel the slot and all later ones of its series; the number of cancelled slots."""
    rows = [slot]
    if slot.series is not None:
        later = Slot.objects.visible_to(actor).coming(now)
        rows = list(later.filter(series=slot.series, starts_at__gte=slot.starts_at))
    for row in rows:
        cancel_slot(slot=row, reason=reason, actor=actor, now=now)
    return len(rows)


def _audit(action: str, actor: Actor, slots: list[Slot]) -> None:
    record(
        action=action,
        obj=slots[0],
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        slots=[slot.pk for slot in slots],
    )

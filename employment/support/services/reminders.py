"""Reminders: once each, some hours before, as the university's rules say."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import DurationField, ExpressionWrapper, F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from employment.support.enums import AppointmentState, RegistrationState
from employment.support.models import Appointment, CounsellingRules, Registration

HOUR = Value(dt.timedelta(hours=1), output_field=DurationField())
DEFAULT_HOURS = CounsellingRules._meta.get_field("reminder_hours").default


def _lead(path: str) -> Combinable:
    # As an alias: inside filter() the join would be an inner one and lose the defaults.
    hours = Coalesce(F(f"{path}__university__counselling_rules__reminder_hours"), DEFAULT_HOURS)
    return ExpressionWrapper(hours * HOUR, output_field=DurationField())


def claim_due_appointments(*, now: dt.datetime) -> Iterator[int]:
    """Ids of appointments whose reminder is due; each is marked, so that it is sent once."""
    due = Appointment.objects.alias(lead=_lead("slot")).filter(
        state=AppointmentState.BOOKED,
        reminded_at__isnull=True,
        slot__starts_at__gt=now,
        slot__starts_at__lte=now + F("lead"),
    )
    for pk in due.values_list("pk", flat=True):
        fresh = Appointment.objects.filter(pk=pk, reminded_at__isnull=True)
        if fresh.update(reminded_at=now):
            yield pk


def claim_due_registrations(*, now: dt.datetime) -> Iterator[int]:
    due = Registration.objects.alias(lead=_lead("workshop")).filter(
        state=RegistrationState.REGISTERED,
        reminded_at__isnull=True,
        workshop__starts_at__gt=now,
        workshop__starts_at__lte=now + F("lead"),
    )
    for pk in due.values_list("pk", flat=True):
        fresh = Registration.objects.filter(pk=pk, reminded_at__isnull=True)
        if fresh.update(reminded_at=now):
            yield pk

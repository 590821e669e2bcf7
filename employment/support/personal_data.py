"""Counselling in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.privacy.services.personal_data import register
from employment.support.enums import Visibility
from employment.support.models import (
    Appointment,
    CalendarFeed,
    FollowUp,
    Note,
    Registration,
    Slot,
    WaitingEntry,
    Workshop,
)


def export_counselling(user: User) -> dict[str, Any]:
    """Both sides: what a student had, and what a member of staff published and wrote."""
    return {"as_student": _as_student(user), "as_staff": _as_staff(user)}


def _as_student(user: User) -> dict[str, Any]:
    notes = Note.objects.filter(student__user=user)
    return {
        "appointments": [
            {
                "starts_at": row.slot.starts_at,
                "state": row.state,
                "topic": row.topic,
                "message": row.message,
                "outcome": row.outcome,
                "steps": list(row.state_changes.values("from_state", "to_state", "note", "at")),
            }
            for row in Appointment.objects.filter(student__user=user)
            .select_related("slot")
            .prefetch_related("state_changes")
        ],
        "waiting": list(
            WaitingEntry.objects.filter(student__user=user).values("slot_id", "topic", "message")
        ),
        "notes": list(notes.filter(visibility=Visibility.SHARED).values("text", "at")),
        "notes_kept_by_staff": notes.exclude(visibility=Visibility.SHARED).count(),
        "tasks": list(
            FollowUp.objects.filter(student__user=user, owner="student").values(
                "title", "due", "done_at"
            )
        ),
        "workshops": list(
            Registration.objects.filter(student__user=user).values(
                "workshop__title", "state", "rating", "comment"
            )
        ),
    }


def _as_staff(user: User) -> dict[str, Any]:
    return {
        "slots": list(Slot.objects.filter(counsellor=user).values("starts_at", "place")),
        "notes": list(Note.objects.filter(author=user).values("text", "visibility", "at")),
        "tasks": list(FollowUp.objects.filter(created_by=user).values("title", "due", "done_at")),
        "workshops": list(Workshop.objects.filter(host=user).values("title", "starts_at")),
        "calendar_address": CalendarFeed.objects.filter(user=user).exists(),
    }


def register_section() -> None:
    register(name="counselling", exporter=export_counselling)

"""The menu entries of this app's pages, and its card on the staff page of a student."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, UNIVERSITY_STAFF, Role
from employment.common import navigation
from employment.students import panels
from employment.students.models import StudentProfile
from employment.support.enums import COUNSELLING_ROLES, AppointmentState
from employment.support.forms.talks import FollowUpForm, NoteForm
from employment.support.models import Appointment, FollowUp, Note, Registration

SHOWN = 12


def register() -> None:
    add = navigation.register
    group = _("Guidance")
    add(Role.STUDENT, _("Counselling"), "support:find", "calendar-event", 37, group=group)
    add(Role.STUDENT, _("Workshops"), "support:workshops", "presentation", 38, group=group)
    desk = _("Counselling")
    for role in COUNSELLING_ROLES:
        phone = role == Role.COUNSELLOR
        label, url_name = _("My calendar"), "support:calendar"
        add(role, label, url_name, "calendar-event", 50, group=desk, phone=phone)
    add(COUNSELLING_ROLES, _("Caseload"), "support:caseload", "users", 51, group=desk)
    add(UNIVERSITY_STAFF, _("Workshops"), "support:workshops", "presentation", 52, group=desk)
    add(OFFICE_ROLES, _("Load and rules"), "support:load", "adjustments", 53, group=desk)
    panels.register("support/_panel.html", counselling_panel, 20)


def counselling_panel(student: StudentProfile, actor: Actor) -> Mapping[str, Any] | None:
    """What happened with the student, newest first, for those who counsel."""
    if actor.role not in COUNSELLING_ROLES:
        return None
    return {
        "student": student,
        "events": timeline(student, actor)[:SHOWN],
        "notes": list(_notes(student, actor)[:SHOWN]),
        "tasks": list(FollowUp.objects.visible_to(actor).filter(student=student).open()),
        "note_form": NoteForm(),
        "task_form": FollowUpForm(),
        "actor_id": actor.user_id,
        "today": timezone.localdate(),
    }


def _notes(student: StudentProfile, actor: Actor) -> Any:
    rows = Note.objects.visible_to(actor).filter(student=student)
    return rows.select_related("author", "correction")


def timeline(student: StudentProfile, actor: Actor) -> list[dict[str, Any]]:
    """The actor's talks with the student and attended workshops; not what others' were about."""
    talks = Appointment.objects.visible_to(actor).filter(student=student).with_list_data()
    events = [
        {
            "title": row.get_topic_display(),
            "at": row.slot.starts_at,
            "text": f"{AppointmentState(row.state).label} {row.outcome}".strip(),
            "state": row.state,
        }
        for row in talks
    ]
    attended = Registration.objects.filter(student=student, state="attended")
    events += [
        {"title": row.workshop.title, "at": row.workshop.starts_at, "state": "done"}
        for row in attended.select_related("workshop")
    ]
    return sorted(events, key=lambda event: event["at"], reverse=True)

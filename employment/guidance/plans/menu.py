"""The menu entries of this app's pages, and its card on the staff page of a student."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, UNIVERSITY_STAFF, Role
from employment.common import navigation
from employment.guidance.plans import presenters
from employment.students import panels
from employment.students.models import StudentProfile


def register() -> None:
    add = navigation.register
    group = _("Guidance")
    add(Role.STUDENT, _("My plan"), "plans:overview", "route", 32, group=group)
    add(OFFICE_ROLES, _("What became of advice"), "plans:worked", "bulb", 64, group=group)
    panels.register("plans/_panel.html", plan_panel, 50)


def plan_panel(student: StudentProfile, actor: Actor) -> Mapping[str, Any] | None:
    """Counts, and the way to the plan; for staff of the student's university."""
    if actor.role not in UNIVERSITY_STAFF:
        return None
    return presenters.plan_context(student, today=timezone.localdate())

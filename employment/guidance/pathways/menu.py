"""The menu entries of this app's pages, and its card on the staff page of a student."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.common import navigation
from employment.guidance.pathways.selectors import targets
from employment.students import panels
from employment.students.models import StudentProfile


def register() -> None:
    add = navigation.register
    group = _("Guidance")
    add(Role.STUDENT, _("Directions"), "pathways:overview", "compass", 33, group=group)
    add(OFFICE_ROLES, _("Course catalogue"), "pathways:catalogue", "book", 63, group=group)
    panels.register("pathways/_panel.html", student_targets, 55)


def student_targets(student: StudentProfile, actor: Actor) -> Mapping[str, Any] | None:
    """What the student works towards; nothing that rests on grades or assessments."""
    found = targets(student)
    return {"targets": found} if found else None

"""The menu entry of this app's pages, and its card on the staff page of a student."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.common import navigation
from employment.guidance.interviews.models import Attempt
from employment.students import panels
from employment.students.models import StudentProfile


def register() -> None:
    navigation.register(
        Role.STUDENT,
        _("Practice interviews"),
        "interviews:list",
        "microphone",
        35,
        group=_("Guidance"),
    )
    panels.register("interviews/_panel.html", shared_attempts, 55)


def shared_attempts(student: StudentProfile, actor: Actor) -> Mapping[str, Any] | None:
    """What the student shares; without that the staff page has no such card."""
    rows = list(Attempt.objects.visible_to(actor).filter(student=student))
    return {"attempts": rows} if rows else None

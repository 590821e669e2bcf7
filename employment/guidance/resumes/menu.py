"""The menu entry of this app, and its card on the staff page of a student."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.common import navigation
from employment.guidance.resumes.models import Resume
from employment.students import panels
from employment.students.models import StudentProfile


def register() -> None:
    group = _("Guidance")
    navigation.register(Role.STUDENT, _("Resumes"), "resumes:list", "file-text", 34, group=group)
    panels.register("resumes/_panel.html", shared_resumes, 50)


def shared_resumes(student: StudentProfile, actor: Actor) -> Mapping[str, Any] | None:
    """What the student shares; without that the staff page has no such card."""
    rows = list(Resume.objects.visible_to(actor).filter(student=student))
    return {"shared": rows} if rows else None

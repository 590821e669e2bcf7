"""The menu entries of this app's pages, and its card on the staff page of a student."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.common import navigation
from employment.guidance.scenarios.library import scenarios
from employment.guidance.scenarios.models import Run
from employment.students import panels
from employment.students.models import StudentProfile


def register() -> None:
    add = navigation.register
    group = _("Guidance")
    add(Role.STUDENT, _("Workplace practice"), "scenarios:catalogue", "messages", 36, group=group)
    add(OFFICE_ROLES, _("Workplace practice"), "scenarios:offers", "messages", 66, group=group)
    panels.register("scenarios/_panel.html", shared_runs, 60)


def shared_runs(student: StudentProfile, actor: Actor) -> Mapping[str, Any] | None:
    """What the student shares; without that the staff page has no such card."""
    runs = list(Run.objects.visible_to(actor).filter(student=student))
    if not runs:
        return None
    named = [(run, scenarios()[run.scenario].title) for run in runs if run.scenario in scenarios()]
    return {"shared": named, "finished": len(runs)}

"""The menu entries of this app's pages, and its card on the staff page of a student."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.common import navigation
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Result
from employment.students import panels
from employment.students.models import StudentProfile


def register() -> None:
    add = navigation.register
    group = _("Guidance")
    add(Role.STUDENT, _("Assessments"), "assessments:catalogue", "chart-radar", 31, group=group)
    keepers = OFFICE_ROLES | {Role.PLATFORM_ADMIN}
    add(keepers, _("Quality of assessments"), "assessments:quality", "chart-radar", 65, group=group)
    panels.register("assessments/_panel.html", shared_results, 55)


def shared_results(student: StudentProfile, actor: Actor) -> Mapping[str, Any] | None:
    """What the student shares; without that the staff page has no such card."""
    rows = list(Result.objects.visible_to(actor).filter(student=student))
    known = [
        (row, instruments()[row.instrument]) for row in rows if row.instrument in instruments()
    ]
    return {"shared": known} if known else None

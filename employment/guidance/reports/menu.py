"""The menu entries of this app's pages, and its card on the staff page of a student."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.common import navigation
from employment.guidance.reports.models import Report
from employment.students import panels
from employment.students.models import StudentProfile


def register() -> None:
    add = navigation.register
    group = _("Guidance")
    add(Role.STUDENT, _("My report"), "reports:latest", "file-text", 30, group=group)
    staff = sorted(UNIVERSITY_STAFF)
    add(staff, _("Guidance reports"), "reports:batches", "file-text", 64, group=group)
    panels.register("reports/_panel.html", student_reports, 50)


def student_reports(student: StudentProfile, actor: Actor) -> Mapping[str, Any] | None:
    """The versions; without any, no card."""
    rows = list(Report.objects.visible_to(actor).filter(student=student).defer("content")[:5])
    return {"reports": rows} if rows else None

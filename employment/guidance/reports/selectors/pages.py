"""What the pages of reports read."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.guidance.assessments.models import Result
from employment.guidance.pathways.models import TargetOccupation
from employment.guidance.plans.models import MilestoneMark, Task
from employment.guidance.reports.enums import Reader
from employment.guidance.reports.models import Order, Report, ReportSetting, ShareLink
from employment.guidance.reports.presenters import Document, document_of
from employment.guidance.reports.rules.content import (
    Content,
    content_from,
    holds_guidance,
    without_guidance,
    without_tasks,
)
from employment.students.models import StudentProfile


def latest_report(student: StudentProfile) -> Report | None:
    return Report.objects.filter(student=student).first()


def content_for(report: Report, actor: Actor) -> Content:
    """All of it for the student; for staff what rests on assessments and grades only where the
    student lets them see it."""
    content = content_from(report.content)
    if actor.role == Role.STUDENT or shares_assessments(report.student):
        return content
    return without_guidance(content)


def shares_assessments(student: StudentProfile) -> bool:
    return ReportSetting.objects.filter(student=student, share_assessments=True).exists()


def document_for(report: Report, actor: Actor) -> Document:
    is_own = actor.role == Role.STUDENT
    return document_of(
        content_for(report, actor),
        version=report.version,
        student_id=report.student_id,
        reader=Reader.STUDENT if is_own else Reader.STAFF,
        person=report.student.name,
        rewordings=list(report.rewordings.all()) if is_own else (),
    )


def shared_document(link: ShareLink) -> Document:
    report = link.report
    content = without_tasks(content_from(report.content))
    return document_of(
        content if link.with_assessments else without_guidance(content),
        version=report.version,
        student_id=report.student_id,
        reader=Reader.GUEST,
        person=report.student.name if link.with_name else "",
    )


def is_stale(report: Report, student: StudentProfile) -> bool:
    """Whether something that the report reads was changed since it was made."""
    if report.profile_revision != student.revision:
        return True
    later = Result.objects.usable().filter(student=student, at__gt=report.made_at)
    chosen = TargetOccupation.objects.filter(student=student, chosen_at__gt=report.made_at)
    done = Task.objects.filter(student=student, done_at__gt=report.made_at)
    marked = MilestoneMark.objects.filter(student=student, at__gt=report.made_at)
    return any(rows.exists() for rows in (later, chosen, done, marked))


def open_order(student: StudentProfile) -> Order | None:
    rows = Order.objects.unfinished().filter(student=student)
    return rows.select_related("job").first()


def after_order(order: Order) -> str:
    """Where the student goes when the report is there: the new version, or the one that still
    says everything."""
    made = order.reports.first()
    return reverse("reports:report", args=[made.pk]) if made else reverse("reports:latest")


def shared_path(token: str) -> str:
    return reverse("reports:shared", args=[token])


def previous_report(report: Report) -> Report | None:
    rows = Report.objects.filter(student=report.student_id, version__lt=report.version)
    return rows.first()


def live_links(student: StudentProfile) -> list[ShareLink]:
    rows = ShareLink.objects.filter(report__student=student).live(timezone.now())
    return list(rows.select_related("report"))


def page_of(report: Report, actor: Actor) -> dict[str, Any]:
    """The context of a report's page; the student's controls only for the student."""
    is_own = actor.role == Role.STUDENT
    student = report.student
    context: dict[str, Any] = {
        "report": report,
        "document": document_for(report, actor),
        "is_own": is_own,
        "versions": list(Report.objects.filter(student=student).defer("content")),
        "previous": previous_report(report),
        "shares_assessments": shares_assessments(student),
    }
    if is_own:
        context |= {
            "stale": is_stale(report, student),
            "order": open_order(student),
            "links": live_links(student),
            "holds_guidance": holds_guidance(content_from(report.content)),
        }
    return context


def home_card(student: StudentProfile) -> dict[str, Any]:
    """For the student's first screen."""
    report = Report.objects.filter(student=student).defer("content").first()
    return {"report": report, "stale": bool(report and is_stale(report, student))}

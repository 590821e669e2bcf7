"""One report: read the sources, compose, keep it as the next version if it says anything new."""

from django.db import transaction
from django.utils import timezone

from employment.common.audit import record
from employment.guidance.reports.models import Order, Report
from employment.guidance.reports.rules.compose import compose, fingerprint
from employment.guidance.reports.rules.content import SCHEMA, content_from, without_guidance
from employment.guidance.reports.selectors.facts import facts_of
from employment.students.models import StudentProfile


@transaction.atomic
def make_report(*, student_id: int, order: Order | None = None) -> Report:
    """The student's newest report, made now unless the last version says exactly the same.

    Two workers with the same student wait for each other, so versions have no gaps.
    """
    student = StudentProfile.objects.select_for_update(of=("self",)).get(pk=student_id)
    content = compose(facts_of(student_id, today=timezone.localdate()))
    mark = fingerprint(content)
    last = Report.objects.filter(student=student).first()
    if last and last.fingerprint == mark:
        Report.objects.filter(pk=last.pk).update(profile_revision=student.revision)
        return last
    report = Report.objects.create(
        student=student,
        version=last.version + 1 if last else 1,
        schema=SCHEMA,
        content=content.as_json(),
        fingerprint=mark,
        profile_revision=student.revision,
        order=order,
    )
    record(
        action="report.made",
        obj=report,
        actor_id=order.job.created_by_id if order else None,
        organisation_id=student.university_id,
        version=report.version,
    )
    return report


def delete_report(*, report: Report) -> None:
    """With its links and kept wordings."""
    record(action="report.deleted", obj=report, actor_id=report.student.user_id)
    report.delete()


@transaction.atomic
def forget_guidance(*, user_id: int) -> int:
    """Take what rests on assessments and grades out of all reports of somebody who no longer
    agrees to it; count the reports that held any."""
    changed = 0
    for report in Report.objects.filter(student__user_id=user_id).select_for_update():
        content = content_from(report.content)
        plain = without_guidance(content)
        if plain != content:
            report.content = plain.as_json()
            report.fingerprint = fingerprint(plain)
            report.save(update_fields=["content", "fingerprint"])
            report.rewordings.exclude(claim__in=_keys(report)).delete()
            changed += 1
    return changed


def _keys(report: Report) -> list[str]:
    rows = report.content["sections"].values()
    return [claim["key"] for claims in rows for claim in claims]

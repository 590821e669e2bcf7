"""Links that a student gives away, and what the student's staff may see."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.common.audit import record
from employment.common.errors import InvalidError, StateError
from employment.guidance.reports.models import Report, ReportSetting, ShareLink
from employment.students.models import StudentProfile

TOKEN_BYTES = 24
LONGEST_DAYS = 90
MOST_LIVE = 10


@dataclass(frozen=True, slots=True)
class NewLink:
    """``token`` is known only now; the database keeps its hash."""

    link: ShareLink
    token: str


@transaction.atomic
def share_report(
    *, report: Report, days: int, with_name: bool = False, with_assessments: bool = False
) -> NewLink:
    """A link to this version for some days. Raises ``InvalidError`` for a wrong number of days,
    ``StateError`` where too many links are live."""
    if not 1 <= days <= LONGEST_DAYS:
        raise InvalidError(_("Choose between 1 and 90 days."))
    now = timezone.now()
    Report.objects.select_for_update().get(pk=report.pk)
    if ShareLink.objects.live(now).filter(report__student=report.student_id).count() >= MOST_LIVE:
        raise StateError(_("Ten links are open already. Take one back first."))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    link = ShareLink.objects.create(
        report=report,
        token_hash=hash_of(token),
        with_name=with_name,
        with_assessments=with_assessments,
        expires_at=now + dt.timedelta(days=days),
    )
    record(
        action="report.shared",
        obj=link,
        actor_id=report.student.user_id,
        days=days,
        assessments=with_assessments,
    )
    return NewLink(link, token)


def revoke_link(*, link: ShareLink) -> None:
    """From now on it leads nowhere; a second time changes nothing."""
    closed = ShareLink.objects.filter(pk=link.pk, revoked_at__isnull=True)
    if closed.update(revoked_at=timezone.now()):
        record(action="report.unshared", obj=link, actor_id=link.report.student.user_id)


def open_link(*, token: str) -> ShareLink | None:
    """The live link of a token, counted as opened; None for a wrong, ended or revoked one."""
    now = timezone.now()
    rows = ShareLink.objects.live(now).filter(token_hash=hash_of(token))
    if not rows.update(views=F("views") + 1, last_viewed_at=now):
        return None
    return rows.select_related("report__student__user").first()


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def share_with_staff(*, student: StudentProfile, shared: bool) -> None:
    """Whether staff see assessments and grades in the reports, not only the rest."""
    ReportSetting.objects.update_or_create(student=student, defaults={"share_assessments": shared})
    record(action="report.staff_share", obj=student, actor_id=student.user_id, shared=shared)


def note_read(*, report: Report, actor: Actor, how: str) -> None:
    """Staff reading a student's report leave a trace."""
    record(
        action="report.read",
        obj=report,
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        form=how,
    )

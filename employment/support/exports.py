import datetime as dt
from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from employment.accounts.actors import Actor
from employment.common.audit import record
from employment.students.models import StudentProfile
from employment.support.models import Appointment


def appointment_table(rows: QuerySet[Appointment], *, actor: Actor) -> Iterator[list[object]]:
    """Header and one line an appointment; who took the list and how long it was is logged."""
    record(
        action="appointments.exported",
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        appointments=rows.count(),
    )
    yield [_("Day"), _("From"), _("To"), _("Student"), _("Topic"), _("State"), _("Outcome")]
    for row in rows:
        start, end = (timezone.localtime(at) for at in (row.slot.starts_at, row.slot.ends_at))
        yield [
            start.date(),
            start.strftime("%H:%M"),
            end.strftime("%H:%M"),
            row.student.name,
            row.get_topic_display(),
            row.get_state_display(),
            row.outcome,
        ]


def case_table(rows: QuerySet[StudentProfile], *, actor: Actor) -> Iterator[list[object]]:
    """Header and one line a student of a caseload; who took it and how long it was is logged."""
    record(
        action="caseload.exported",
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        students=rows.count(),
    )
    yield [
        _("Student number"),
        _("Student"),
        _("College"),
        _("Major"),
        _("Graduation year"),
        _("Last contact"),
        _("Next appointment"),
        _("Overdue task"),
    ]
    for row in rows:
        yield [
            row.student_no,
            row.name,
            str(row.college or ""),
            str(row.major or row.major_text),
            row.cohort or "",
            *(_moment(at) for at in (row.last_contact, row.next_talk)),  # type: ignore[attr-defined]
            _("Yes") if row.has_late else _("No"),  # type: ignore[attr-defined]
        ]


def _moment(at: dt.datetime | None) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M") if at else ""

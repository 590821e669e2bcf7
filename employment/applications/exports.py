from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from employment.accounts.actors import Actor
from employment.applications.models import Application
from employment.common.audit import record


def application_table(rows: QuerySet[Application], *, actor: Actor) -> Iterator[list[object]]:
    """Header and one line an application; who took the list and how long it was is logged."""
    record(
        action="applications.exported",
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        applications=rows.count(),
    )
    yield [
        _("Student"),
        _("Major"),
        _("Posting"),
        _("Employer"),
        _("State"),
        _("Sent on"),
        _("Last step"),
    ]
    for row in rows:
        yield [
            row.student.name,
            str(row.student.major or row.student.major_text),
            row.posting.title,
            row.posting.employer.organisation.name,
            row.get_state_display(),
            *(timezone.localtime(at).date() for at in (row.created_at, row.updated_at)),
        ]

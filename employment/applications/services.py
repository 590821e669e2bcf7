"""Applying, and every later step of an application."""

import datetime as dt
from functools import partial

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.applications import attachments
from employment.applications.enums import TRANSITIONS, ApplicationAction, ApplicationState
from employment.applications.models import (
    Application,
    ApplicationAttachment,
    ApplicationStateChange,
)
from employment.applications.rules import may_take
from employment.applications.signals import application_moved
from employment.common.audit import record
from employment.common.errors import DomainError, NotAllowedError, StateError
from employment.postings.models import Posting
from employment.students.models import StudentProfile


class PostingClosedError(DomainError):
    code = "posting_closed"


class AlreadyAppliedError(DomainError):
    code = "already_applied"


@transaction.atomic
def apply(
    *,
    student: StudentProfile,
    posting: Posting,
    today: dt.date,
    message: str = "",
    attachment: str = "",
) -> Application:
    """Apply once for an open posting. The employer sees the student's profile from now on, and
    the ``attachment`` (a value of ``attachments.choices``) as it is at this moment."""
    locked = Posting.objects.select_for_update(of=("self",)).get(pk=posting.pk)
    if not locked.is_open(today):
        raise PostingClosedError(_("This posting no longer takes applications."))
    try:
        with transaction.atomic():
            application = Application.objects.create(
                student=student, posting=locked, message=message
            )
    except IntegrityError as error:
        raise AlreadyAppliedError(_("You have applied for this posting already.")) from error
    if attachment:
        attach(application, attachment)
    log_step(application, ApplicationState.SUBMITTED, actor_id=student.user_id)
    return application


def attach(application: Application, chosen: str) -> ApplicationAttachment:
    kind, made = attachments.make(application.student, chosen)
    return ApplicationAttachment.objects.create(
        application=application,
        kind=kind,
        name=made.name[:160],
        number=made.number,
        content=made.content,
    )


@transaction.atomic
def move_application(
    *, application: Application, action: ApplicationAction, actor: Actor, note: str = ""
) -> Application:
    """Take one step of the table; a second click on the same step is refused, not repeated."""
    if not may_take(actor, action):
        raise NotAllowedError(_("This step is not yours to take."))
    locked = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    sources, target = TRANSITIONS[action]
    if locked.state not in sources:
        raise StateError(
            _("The application is “%(state)s”; this step is not possible now.")
            % {"state": locked.get_state_display()}
        )
    before = ApplicationState(locked.state)
    locked.state = target
    locked.save(update_fields=["state", "updated_at"])
    log_step(locked, target, before=before, actor_id=actor.user_id, note=note)
    return locked


def log_step(
    application: Application,
    state: ApplicationState,
    *,
    actor_id: int,
    before: ApplicationState | None = None,
    note: str = "",
) -> None:
    ApplicationStateChange.objects.create(
        application=application,
        from_state=before or "",
        to_state=state,
        actor_id=actor_id,
        note=note,
    )
    record(
        action="application.moved",
        obj=application,
        actor_id=actor_id,
        posting=application.posting_id,
        before=before or "",
        after=state,
    )
    transaction.on_commit(
        partial(
            application_moved.send,
            sender=Application,
            application_id=application.pk,
            state=str(state),
        )
    )

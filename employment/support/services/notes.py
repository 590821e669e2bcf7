"""Notes and follow-up tasks."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.common.audit import record
from employment.common.errors import NotAllowedError, StateError
from employment.students.models import StudentProfile
from employment.support.models import Appointment, FollowUp, Note


def write_note(
    *,
    student: StudentProfile,
    text: str,
    visibility: str,
    actor: Actor,
    appointment: Appointment | None = None,
) -> Note:
    note = Note.objects.create(
        student=student,
        author_id=actor.user_id,
        appointment=appointment,
        visibility=visibility,
        text=text,
    )
    _audit("note.written", note, actor)
    return note


def correct_note(*, note: Note, text: str, visibility: str, actor: Actor) -> Note:
    """Write a newer version. Both stay; only the author corrects, and only the newest."""
    if note.author_id != actor.user_id:
        raise NotAllowedError(_("Only its author corrects a note."))
    try:
        with transaction.atomic():
            newer = Note.objects.create(
                student_id=note.student_id,
                author_id=actor.user_id,
                appointment_id=note.appointment_id,
                visibility=visibility,
                text=text,
                corrects=note,
            )
    except IntegrityError as error:
        raise StateError(_("This note has been corrected already.")) from error
    _audit("note.corrected", newer, actor)
    return newer


def add_follow_up(
    *,
    student: StudentProfile,
    title: str,
    due: dt.date,
    owner: str,
    actor: Actor,
    appointment: Appointment | None = None,
) -> FollowUp:
    task = FollowUp.objects.create(
        student=student,
        title=title,
        due=due,
        owner=owner,
        created_by_id=actor.user_id,
        appointment=appointment,
    )
    _audit("follow_up.set", task, actor)
    return task


def tick_follow_up(*, task: FollowUp, done: bool, actor: Actor, now: dt.datetime) -> None:
    """Done, or not done after all. A second tick keeps the first time."""
    if done == (task.done_at is not None):
        return
    FollowUp.objects.filter(pk=task.pk).update(done_at=now if done else None)
    _audit("follow_up.done" if done else "follow_up.reopened", task, actor)


def _audit(action: str, row: Note | FollowUp, actor: Actor) -> None:
    record(action=action, obj=row, actor_id=actor.user_id, student=row.student_id)

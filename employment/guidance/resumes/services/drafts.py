"""Saving the draft, and taking a change back. Two windows never overwrite each other."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from employment.common.errors import StateError
from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.models import Resume, ResumeVersion
from employment.guidance.resumes.services.rows import add_version, write_draft


@dataclass(frozen=True, slots=True)
class Saved:
    """``conflict`` holds what was sent when the draft had been changed elsewhere meanwhile."""

    resume: Resume
    conflict: ResumeVersion | None = None


@transaction.atomic
def save_draft(*, resume: Resume, content: ResumeContent, revision: int) -> Saved:
    """Save what was edited from ``revision``. A stale revision leaves the draft alone and keeps
    what was sent as a version; the same content twice changes nothing."""
    locked = Resume.objects.select_for_update(of=("self",)).get(pk=resume.pk)
    if content == locked.content:
        return Saved(locked)
    if revision != locked.revision:
        newest = locked.versions.first()
        if newest and newest.content == content:
            return Saved(locked, newest)
        return Saved(locked, add_version(locked, content=content, note=_("From another window")))
    write_draft(locked, content)
    return Saved(locked)


@transaction.atomic
def take_back(*, resume: Resume) -> Resume:
    """The draft as it was before the last change. Raises ``StateError`` when there is none."""
    locked = Resume.objects.select_for_update(of=("self",)).get(pk=resume.pk)
    step = locked.steps.first()
    if step is None:
        raise StateError(_("There is nothing to take back."))
    locked.draft = step.data
    locked.revision += 1
    locked.save(update_fields=["draft", "revision", "updated_at"])
    step.delete()
    return locked

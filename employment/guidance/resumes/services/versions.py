"""Versions: kept states of a resume, each with what the rules said about it."""

from django.db import transaction
from django.utils.translation import gettext as _

from employment.common.audit import record
from employment.guidance.resumes.models import Resume, ResumeVersion
from employment.guidance.resumes.services.rows import add_version, write_draft


@transaction.atomic
def keep_version(*, resume: Resume, note: str = "") -> ResumeVersion:
    """The draft as a version; the newest version where it says the same already."""
    locked = Resume.objects.select_for_update(of=("self",)).get(pk=resume.pk)
    return _version_of_draft(locked, note)


@transaction.atomic
def restore_version(*, version: ResumeVersion) -> Resume:
    """The draft becomes the version's content again; what it was is kept as a version first."""
    locked = Resume.objects.select_for_update(of=("self",)).get(pk=version.resume_id)
    content = version.content
    if content == locked.content:
        return locked
    _version_of_draft(
        locked, _("Before version %(number)s was restored") % {"number": version.number}
    )
    write_draft(locked, content)
    record(action="resume.restored", obj=locked, number=version.number)
    return locked


def _version_of_draft(locked: Resume, note: str) -> ResumeVersion:
    newest = locked.versions.first()
    if newest and newest.content == locked.content:
        return newest
    return add_version(locked, content=locked.content, note=note)

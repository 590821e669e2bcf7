"""Making resumes: from the profile, from nothing, from another for one posting."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from employment.common.audit import record
from employment.common.errors import DomainError
from employment.guidance.resumes.adapters import content_of_profile
from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.enums import Kind, Language
from employment.guidance.resumes.models import Resume
from employment.postings.models import Posting
from employment.students.models import StudentProfile

MAX_RESUMES = 30


class TooManyResumesError(DomainError):
    code = "too_many_resumes"


def create_resume(
    *,
    student: StudentProfile,
    language: Language,
    title: str,
    content: ResumeContent | None = None,
) -> Resume:
    """A master resume; without ``content`` it says what the profile proves."""
    if content is None:
        whole = StudentProfile.objects.with_profile().get(pk=student.pk)
        content = content_of_profile(whole, language=language)
    return _add(student, language=language, title=title, draft=content.to_json())


@transaction.atomic
def tailor_resume(*, student: StudentProfile, posting: Posting, language: Language) -> Resume:
    """The student's variant for the posting: an existing one, else a copy of the newest master of
    that language, else what the profile proves."""
    StudentProfile.objects.select_for_update(of=("self",)).get(pk=student.pk)
    own = Resume.objects.filter(student=student, language=language)
    existing = own.filter(posting=posting).first()
    if existing:
        return existing
    parent = own.filter(kind=Kind.MASTER).first()
    parent = parent or create_resume(student=student, language=language, title=student.name)
    return _add(
        student,
        language=language,
        title=posting.title[:80],
        draft={**parent.draft, "target": posting.title},
        kind=Kind.VARIANT,
        parent=parent,
        posting=posting,
        template=parent.template,
    )


def change_settings(*, resume: Resume, title: str, template: str) -> None:
    resume.title, resume.template = title, template
    resume.save(update_fields=["title", "template", "updated_at"])


def share_resume(*, resume: Resume, shared: bool) -> None:
    """Let the student's counsellor and career office read it, or no longer."""
    resume.is_shared = shared
    resume.save(update_fields=["is_shared"])
    record(action="resume.shared", obj=resume, shared=shared)


def delete_resume(*, resume: Resume) -> None:
    """With its versions. What was attached to applications stays with them."""
    record(action="resume.deleted", obj=resume)
    resume.delete()


def _add(student: StudentProfile, **values: object) -> Resume:
    if Resume.objects.filter(student=student).count() >= MAX_RESUMES:
        raise TooManyResumesError(_("Thirty resumes are kept; delete one you no longer need."))
    resume: Resume = Resume.objects.create(student=student, **values)
    record(action="resume.created", obj=resume, actor_id=student.user_id, kind=resume.kind)
    return resume

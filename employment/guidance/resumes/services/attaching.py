"""A resume sent along with an application: kept as a version, printed as it is then."""

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.applications import attachments
from employment.guidance.resumes.models import Resume
from employment.guidance.resumes.printing import file_name, resume_pdf
from employment.guidance.resumes.services.versions import keep_version
from employment.students.models import StudentProfile


def offered_resumes(student: StudentProfile) -> list[tuple[str, str]]:
    rows = Resume.objects.filter(student=student)
    return [(str(r.pk), f"{r.title} · {r.get_language_display()}") for r in rows]


def make_attachment(student: StudentProfile, value: str) -> attachments.Made | None:
    """The draft becomes a version, so that it stays known what the employer read."""
    rows = Resume.objects.filter(student=student)
    resume = rows.filter(pk=int(value)).first() if value.isdecimal() else None
    if resume is None:
        return None
    version = keep_version(resume=resume, note=_("Attached to an application"))
    content = version.content
    made = resume_pdf(content, language=resume.language, template=resume.template)
    name = file_name(content, title=resume.title, day=timezone.localdate())
    return attachments.Made(name, version.number, made)


def register() -> None:
    attachments.register("resume", offer=offered_resumes, make=make_attachment)

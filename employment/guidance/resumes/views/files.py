"""The resume as PDF, as a Word document and as pictures of its pages."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.accounts.http import ActorRequest, roles_required
from employment.guidance.resumes import printing, word
from employment.guidance.resumes.enums import Template
from employment.guidance.resumes.models import Resume, ResumeVersion
from employment.guidance.resumes.views.scope import own_resume


@require_GET
@roles_required(Role.STUDENT, *UNIVERSITY_STAFF)
def pdf(request: ActorRequest, resume_id: int) -> HttpResponse:
    """The draft; shown in the browser unless ``?download=1``."""
    resume = own_resume(request, resume_id)
    return pdf_response(request, resume, None)


@require_GET
@roles_required(Role.STUDENT, *UNIVERSITY_STAFF)
def version_pdf(request: ActorRequest, resume_id: int, number: int) -> HttpResponse:
    resume = own_resume(request, resume_id)
    return pdf_response(request, resume, get_object_or_404(resume.versions, number=number))


@require_GET
@roles_required(Role.STUDENT)
def docx(request: ActorRequest, resume_id: int) -> HttpResponse:
    """The draft to go on with in Word."""
    return docx_response(own_resume(request, resume_id))


def docx_response(resume: Resume) -> HttpResponse:
    content = resume.content
    made = word.resume_docx(content, language=resume.language)
    day = timezone.localdate()
    name = printing.file_name(content, title=resume.title, day=day, ending="docx")
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return HttpResponse(made, content_type=word.MIME, headers=headers)


@require_GET
@roles_required(Role.STUDENT)
def picture(request: ActorRequest, resume_id: int, page: int) -> HttpResponse:
    resume = own_resume(request, resume_id)
    pages = printing.resume_pictures(
        resume.content, language=resume.language, template=resume.template
    )
    if not 1 <= page <= len(pages):
        raise Http404
    return HttpResponse(
        pages[page - 1], content_type="image/svg+xml", headers={"Cache-Control": "private"}
    )


def pdf_response(
    request: ActorRequest, resume: Resume, version: ResumeVersion | None
) -> HttpResponse:
    content = version.content if version else resume.content
    asked = request.GET.get("template", "")
    template = asked if asked in Template.values else resume.template
    made = printing.resume_pdf(content, language=resume.language, template=template)
    name = printing.file_name(content, title=resume.title, day=timezone.localdate())
    response = HttpResponse(made, content_type="application/pdf")
    as_file = "download" in request.GET
    response["Content-Disposition"] = content_disposition_header(as_file, name) or ""
    return response

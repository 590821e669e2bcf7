"""All resumes of a student; making, sharing and deleting one."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.resumes import selectors
from employment.guidance.resumes.content import Contact, ResumeContent
from employment.guidance.resumes.enums import Language
from employment.guidance.resumes.forms import LanguageForm, SettingsForm, StartForm
from employment.guidance.resumes.services.resumes import (
    change_settings,
    create_resume,
    delete_resume,
    share_resume,
    tailor_resume,
)
from employment.guidance.resumes.views.scope import own_resume, own_student
from employment.postings.models import Posting


@require_GET
@roles_required(Role.STUDENT)
def resume_list(request: ActorRequest) -> HttpResponse:
    student = own_student(request)
    context = {"resumes": selectors.own_resumes(student), "languages": Language}
    return render(request, "resumes/list.html", context)


@require_POST
@roles_required(Role.STUDENT)
def start(request: ActorRequest) -> HttpResponse:
    student, form = own_student(request), StartForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest()
    language = Language(form.cleaned_data["language"])
    empty = ResumeContent(contact=Contact(name=student.name))
    try:
        resume = create_resume(
            student=student,
            language=language,
            title=_("My resume (%(language)s)") % {"language": language.label},
            content=empty if form.cleaned_data["source"] == "empty" else None,
        )
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("resumes:list")
    return redirect("resumes:edit", resume.pk)


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def tailor(request: ActorRequest, posting_id: int) -> HttpResponse:
    """A variant for one posting, in the language that the student chooses."""
    student = own_student(request)
    posting = get_object_or_404(
        Posting.objects.visible_to(request.actor).with_list_data(), pk=posting_id
    )
    form = LanguageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            resume = tailor_resume(student=student, posting=posting, language=form.chosen())
        except DomainError as error:
            messages.error(request, str(error))
            return redirect("resumes:list")
        return redirect("resumes:edit", resume.pk)
    context = {"posting": posting, "languages": Language}
    return render(request, "resumes/tailor.html", context)


@require_POST
@roles_required(Role.STUDENT)
def settings(request: ActorRequest, resume_id: int) -> HttpResponse:
    resume = own_resume(request, resume_id)
    form = SettingsForm(request.POST, instance=resume)
    if form.is_valid():
        change_settings(resume=resume, **form.cleaned_data)
    else:
        messages.error(request, str(next(iter(form.errors.values()))[0]))
    return redirect("resumes:edit", resume.pk)


@require_POST
@roles_required(Role.STUDENT)
def share(request: ActorRequest, resume_id: int) -> HttpResponse:
    resume = own_resume(request, resume_id)
    share_resume(resume=resume, shared="share" in request.POST)
    return redirect("resumes:edit", resume.pk)


@require_POST
@roles_required(Role.STUDENT)
def delete(request: ActorRequest, resume_id: int) -> HttpResponse:
    delete_resume(resume=own_resume(request, resume_id))
    messages.success(request, _("The resume was deleted."))
    return redirect("resumes:list")

"""Kept states: list, difference, restore."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.guidance.resumes import selectors
from employment.guidance.resumes.forms import PairForm, VersionForm
from employment.guidance.resumes.services.versions import keep_version, restore_version
from employment.guidance.resumes.views.scope import own_resume


@require_GET
@roles_required(Role.STUDENT)
def versions(request: ActorRequest, resume_id: int) -> HttpResponse:
    resume = own_resume(request, resume_id)
    context = {
        "resume": resume,
        "versions": selectors.versions_of(resume),
        "comparison": selectors.compare_versions(resume, **PairForm(request.GET).pair()),
        "draft_score": selectors.verdict_of(resume).score,
    }
    return render(request, "resumes/versions.html", context)


@require_POST
@roles_required(Role.STUDENT)
def keep(request: ActorRequest, resume_id: int) -> HttpResponse:
    resume, form = own_resume(request, resume_id), VersionForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    version = keep_version(resume=resume, note=note)
    messages.success(request, _("Version %(number)s is kept.") % {"number": version.number})
    return redirect("resumes:edit", resume.pk)


@require_POST
@roles_required(Role.STUDENT)
def restore(request: ActorRequest, resume_id: int, number: int) -> HttpResponse:
    resume = own_resume(request, resume_id)
    restore_version(version=get_object_or_404(resume.versions, number=number))
    messages.success(request, _("Version %(number)s is the draft again.") % {"number": number})
    return redirect("resumes:edit", resume.pk)

"""Another wording of one line from a language service, kept only by the student's click."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.resumes.content import SECTIONS
from employment.guidance.resumes.editing import parse_fields, replace_line
from employment.guidance.resumes.forms import PlaceForm, RevisionForm, WordingForm
from employment.guidance.resumes.services.drafts import save_draft
from employment.guidance.resumes.views.scope import own_resume
from employment.guidance.rewording.services import Task, reword


@require_POST
@roles_required(Role.STUDENT)
def reword_line(request: ActorRequest, resume_id: int) -> HttpResponse:
    """The button stands in the editor's form: what was typed is saved first."""
    resume = own_resume(request, resume_id)
    form, base = PlaceForm(request.POST), RevisionForm(request.POST)
    if not (form.is_valid() and base.is_valid()):
        return HttpResponseBadRequest()
    parsed = parse_fields(request.POST, resume.content)
    save_draft(resume=resume, content=parsed.content, revision=base.cleaned_data["revision"])
    back = {page: kept for kept, page in parsed.places.items()}
    section, at, line = back.get(form.cleaned_data["place"], ("", -1, -1))
    if section not in SECTIONS or line < 0:
        return redirect("resumes:edit", resume.pk)
    entry = getattr(parsed.content, section)[at]
    evidence = [entry.title, entry.organisation, *entry.lines]
    try:
        made = reword(
            user=request.user, task=Task.RESUME, text=entry.lines[line], evidence=evidence
        )
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("resumes:edit", resume.pk)
    context = {"resume": resume, "proposal": made, "place": f"{section}:{at}:{line}"}
    return render(request, "resumes/reword.html", context)


@require_POST
@roles_required(Role.STUDENT)
def keep_wording(request: ActorRequest, resume_id: int) -> HttpResponse:
    resume, form = own_resume(request, resume_id), WordingForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest()
    values = form.cleaned_data
    wording = {name: values[name] for name in ("before", "after")}
    content = replace_line(resume.content, *values["place"], **wording)
    if content is None:
        messages.warning(request, _("The line was changed meanwhile; nothing was replaced."))
    else:
        save_draft(resume=resume, content=content, revision=resume.revision)
        messages.success(request, _("The new wording is in the draft."))
    return redirect("resumes:edit", resume.pk)

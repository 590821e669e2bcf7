"""The editor: saved while typing, and with a button without JavaScript."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.resumes import presenters, printing, selectors
from employment.guidance.resumes.editing import Parsed, apply_operation, parse_fields
from employment.guidance.resumes.enums import Operation
from employment.guidance.resumes.forms import OperationForm, RevisionForm, SettingsForm
from employment.guidance.resumes.models import Resume, ResumeVersion
from employment.guidance.resumes.services.drafts import save_draft, take_back
from employment.guidance.resumes.services.skills import add_proven_skill
from employment.guidance.resumes.views.scope import own_resume
from employment.guidance.rewording.services import may_reword

BESIDE = {"contact", "target", "summary"}  # these sections have their remarks beside them
EDITOR = "resumes/edit.html#editor"


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def edit(request: ActorRequest, resume_id: int) -> HttpResponse:
    resume = own_resume(request, resume_id)
    if request.method == "POST":
        return _save(request, resume)
    context = editor_context(request, resume, add=request.GET.get("add", ""))
    return render(request, "resumes/edit.html", context)


@require_POST
@roles_required(Role.STUDENT)
def undo(request: ActorRequest, resume_id: int) -> HttpResponse:
    resume = own_resume(request, resume_id)
    try:
        resume = take_back(resume=resume)
    except DomainError as error:
        messages.error(request, str(error))
    if request.htmx:
        return render(request, EDITOR, editor_context(request, resume))
    return redirect("resumes:edit", resume.pk)


@require_POST
@roles_required(Role.STUDENT)
def add_skill(request: ActorRequest, resume_id: int) -> HttpResponse:
    resume = own_resume(request, resume_id)
    try:
        add_proven_skill(resume=resume, code=request.POST.get("code", ""))
        messages.success(request, _("Added with its evidence. Check how it reads."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("resumes:edit", resume.pk)


def _save(request: ActorRequest, resume: Resume) -> HttpResponse:
    """One POST for typing (htmx, without a button), for a button, and for the form as a whole."""
    base, button = RevisionForm(request.POST), OperationForm(request.POST)
    if not (base.is_valid() and button.is_valid()):
        return HttpResponseBadRequest()
    parsed = parse_fields(request.POST, resume.content)
    operation, section, at, line = button.cleaned_data["op"] or (None, "", -1, -1)
    content, add = parsed.content, section if operation is Operation.ADD else ""
    if operation:
        section, at, line = _kept_place(parsed, section, at, line)
        content = apply_operation(content, operation, section, at, line)
    saved = save_draft(resume=resume, content=content, revision=base.cleaned_data["revision"])
    if request.htmx:
        context = editor_context(request, saved.resume, add=add, conflict=saved.conflict)
        if operation:
            return render(request, EDITOR, context)
        return render(request, "resumes/_saved.html", context | _as_typed(request, context, parsed))
    return _answer_page(request, saved.resume, add, saved.conflict)


def _answer_page(
    request: ActorRequest, resume: Resume, add: str, conflict: ResumeVersion | None
) -> HttpResponse:
    address = reverse("resumes:edit", args=[resume.pk])
    if conflict:
        messages.warning(request, _("The resume was changed in another window. See below."))
        return redirect(f"{reverse('resumes:versions', args=[resume.pk])}?old={conflict.number}")
    messages.success(request, _("Saved."))
    return redirect(f"{address}?add={add}#section-{add}" if add else address)


def _kept_place(parsed: Parsed, section: str, at: int, line: int) -> tuple[str, int, int]:
    """The place on the page as the place in the content; what is empty has none."""
    back = {page: kept for kept, page in parsed.places.items()}
    return back.get((section, at, line), (section, -1, -1))


def _as_typed(request: ActorRequest, context: dict[str, Any], parsed: Parsed) -> dict[str, Any]:
    """The remarks for every field the page has, so that old ones go away."""
    by_slot = presenters.remarks_by_slot(context["verdict"].remarks, parsed)
    slots = dict.fromkeys(presenters.slot_of_field(name) for name in request.POST if "." in name)
    names = [*slots, "at-summary", "at-target"]
    bad = {presenters.slot_of(place) for place in parsed.bad_dates}
    return {"slots": [(slot, by_slot.get(slot, []), slot in bad) for slot in names]}


def editor_context(
    request: ActorRequest,
    resume: Resume,
    *,
    add: str = "",
    conflict: ResumeVersion | None = None,
) -> dict[str, Any]:
    content = resume.content
    verdict = selectors.verdict_of(resume, content)
    remarks = presenters.remarks_by_slot(verdict.remarks)
    pages = printing.resume_pictures(content, language=resume.language, template=resume.template)
    return {
        "resume": resume,
        "content": content,
        "verdict": verdict,
        "contact": presenters.contact_fields(content),
        "contact_remarks": remarks.get("at-contact", []),
        "target_remarks": remarks.get("at-target", []),
        "sections": presenters.sections_of(content, remarks, add=add),
        "general": [
            remark
            for remark in verdict.remarks
            if remark.place.index < 0 and remark.place.section not in BESIDE
        ],
        "pages": range(1, len(pages) + 1),
        "may_undo": resume.steps.exists(),
        "may_reword": may_reword(request.user),
        "conflict": conflict,
        "settings_form": SettingsForm(instance=resume),
        "fit": selectors.fit_of(resume),
    }

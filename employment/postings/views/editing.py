from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.postings import rules, services
from employment.postings.enums import PostingAction
from employment.postings.forms.postings import NewPostingForm, PostingForm
from employment.postings.forms.requirements import RequirementRows
from employment.postings.forms.states import StateForm
from employment.postings.models import Employer, Posting
from employment.postings.models.requirements import RequirementKind

CREATORS = tuple(rules.CREATOR_ROLES)


@roles_required(*CREATORS)
@require_http_methods(["GET", "POST"])
def posting_create(request: ActorRequest) -> HttpResponse:
    form = NewPostingForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            posting = services.create_posting(
                employer=_employer_of(request, form),
                actor=request.actor,
                now=timezone.now(),
                audience_id=form.audience_id,
                **form.posting_fields(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The draft is saved. Check what was read from the text."))
            return redirect("postings:requirements", posting.pk)
    return render(request, "postings/form.html", {"form": form}, status=_status(form.errors))


@roles_required(*CREATORS)
@require_http_methods(["GET", "POST"])
def posting_edit(request: ActorRequest, pk: int) -> HttpResponse:
    posting = _editable(request, pk)
    form = PostingForm(request.POST or None, instance=posting, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_posting(
                posting=posting, actor=request.actor, now=timezone.now(), **form.posting_fields()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("postings:detail", posting.pk)
    context = {"form": form, "posting": _editable(request, pk)}
    return render(request, "postings/form.html", context, status=_status(form.errors))


@roles_required(*CREATORS)
@require_POST
def posting_change_state(request: ActorRequest, pk: int) -> HttpResponse:
    posting = _editable(request, pk)
    form = StateForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This step does not exist."))
        return redirect("postings:detail", pk)
    try:
        changed = services.change_posting_state(
            posting=posting,
            action=PostingAction(form.cleaned_data["action"]),
            actor=request.actor,
            reason=form.cleaned_data["reason"],
            now=timezone.now(),
        )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request, _("The posting is now: %(state)s.") % {"state": changed.get_state_display()}
        )
    return redirect("postings:detail", pk)


@roles_required(*CREATORS)
@require_http_methods(["GET", "POST"])
def requirements_edit(request: ActorRequest, pk: int) -> HttpResponse:
    """The editor. Its buttons add or remove a row, read the text again, or save."""
    posting = _editable(request, pk)
    if request.method == "GET":
        rows = RequirementRows.of_posting(posting.requirements.all())
        return _requirements_page(request, posting, rows)
    if {"add_row", "remove_row"} & request.POST.keys():
        rows = RequirementRows.redrawn(request.POST, without=request.POST.get("remove_row", ""))
        if request.POST.get("add_row") in RequirementKind.values:
            rows.add(RequirementKind(request.POST["add_row"]))
        return _requirements_page(request, posting, rows)
    return _save_requirements(request, posting)


@roles_required(*CREATORS)
@require_POST
def requirements_restore(request: ActorRequest, pk: int) -> HttpResponse:
    posting = _editable(request, pk)
    try:
        services.restore_requirements(posting=posting, actor=request.actor, now=timezone.now())
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The text was read again; your own requirements stayed."))
    return redirect("postings:requirements", pk)


def _save_requirements(request: ActorRequest, posting: Posting) -> HttpResponse:
    rows = RequirementRows.sent(request.POST, posting.requirements.all())
    if not rows.is_valid():
        return _requirements_page(request, posting, rows, status=422)
    try:
        services.save_requirements(
            posting=posting, edits=rows.edits(), actor=request.actor, now=timezone.now()
        )
    except DomainError as error:
        messages.error(request, str(error))
        return _requirements_page(request, posting, rows, status=error.status)
    messages.success(request, _("The requirements are saved."))
    return redirect("postings:detail", posting.pk)


def _requirements_page(
    request: ActorRequest, posting: Posting, rows: RequirementRows, status: int = 200
) -> HttpResponse:
    template = "postings/requirements.html" + ("#editor" if request.htmx else "")
    context = {"posting": posting, "rows": rows, "kinds": RequirementKind.choices}
    return render(request, template, context, status=status)


def _editable(request: ActorRequest, pk: int) -> Posting:
    postings = Posting.objects.editable_by(request.actor).select_related(
        "employer__organisation", "occupation", "industry"
    )
    return get_object_or_404(postings, pk=pk)


def _employer_of(request: ActorRequest, form: NewPostingForm) -> Employer:
    if request.actor.role == Role.RECRUITER:
        return get_object_or_404(Employer.objects.editable_by(request.actor))
    name = form.cleaned_data["employer_name"].strip()
    return services.ensure_employers(names=[name], now=timezone.now())[name]


def _status(errors: object) -> int:
    return 422 if errors else 200

from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.postings import rules, selectors, services
from employment.postings.enums import (
    REASONED_VERIFICATIONS,
    VerificationAction,
    VerificationState,
)
from employment.postings.forms.employers import (
    EmployerFilterForm,
    RegistrationForm,
    StaffEmployerForm,
)
from employment.postings.forms.states import VerificationForm
from employment.postings.models import Employer
from employment.postings.views.detail import employer_back, employer_facts, step_events

PER_PAGE = 25
OPTIONS = 20
MANAGERS = tuple(rules.MANAGER_ROLES)
LOGIN_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Public: an employer opens its account; it is verified before its postings are shown."""
    form = RegistrationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            membership = services.register_employer(
                contact=form.contact(), now=timezone.now(), **form.employer_fields()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            login(request, membership.user, backend=LOGIN_BACKEND)
            messages.success(request, _("Your account is open. We check the employer next."))
            return redirect("postings:own")
    status = 422 if form.errors else 200
    return render(request, "postings/register.html", {"form": form}, status=status)


@roles_required(*MANAGERS)
@require_GET
def employer_list(request: ActorRequest) -> HttpResponse:
    """Those to be verified first, longest waiting first."""
    state = _state_of(request)
    form = EmployerFilterForm(request.GET)
    employers = selectors.listed_employers(actor=request.actor, state=state, text=form.text)
    page = Paginator(employers, PER_PAGE).get_page(request.GET.get("page"))
    template = "postings/employers.html" + ("#results" if request.htmx else "")
    context = {"page": page, "form": form, "tabs": _tabs(request, state), "state": state}
    return render(request, template, context)


@roles_required(*MANAGERS)
@require_http_methods(["GET", "POST"])
def employer_create(request: ActorRequest) -> HttpResponse:
    form = StaffEmployerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            employer = services.add_employer(
                actor=request.actor, now=timezone.now(), **form.employer_fields()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The employer is added, to be verified."))
            return redirect("postings:employer", employer.pk)
    status = 422 if form.errors else 200
    return render(request, "postings/employer_form.html", {"form": form}, status=status)


@roles_required(*MANAGERS, Role.RECRUITER, Role.COUNSELLOR)
@require_GET
def employer_detail(request: ActorRequest, pk: int) -> HttpResponse:
    employers = Employer.objects.visible_to(request.actor).select_related(
        "organisation", "industry", "region", "verified_by"
    )
    employer = get_object_or_404(employers, pk=pk)
    form = VerificationForm.for_employer(request.actor, employer)
    history = selectors.employer_history(employer)
    context = {
        "employer": employer,
        "form": form,
        "needs_reason": bool(set(form.steps) & REASONED_VERIFICATIONS),
        "blocked_reason": "" if employer.may_post or not history else history[0].reason,
        "can_edit": rules.can_edit_employer(request.actor, employer),
        "facts": employer_facts(employer),
        "shows_contacts": request.actor.role != Role.COUNSELLOR,
        "contacts": selectors.employer_contacts(employer),
        "history": step_events(history),
        "postings": selectors.employer_postings(employer, actor=request.actor),
        "back": employer_back(request.actor),
    }
    return render(request, "postings/employer.html", context)


@roles_required(Role.RECRUITER)
@require_GET
def own_employer(request: ActorRequest) -> HttpResponse:
    employer = get_object_or_404(Employer.objects.editable_by(request.actor))
    return redirect("postings:employer", employer.pk)


@roles_required(*MANAGERS, Role.RECRUITER)
@require_POST
def employer_verify(request: ActorRequest, pk: int) -> HttpResponse:
    employer = get_object_or_404(Employer.objects.visible_to(request.actor), pk=pk)
    form = VerificationForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This step does not exist."))
        return redirect("postings:employer", pk)
    try:
        changed = services.change_verification(
            employer=employer,
            action=VerificationAction(form.cleaned_data["action"]),
            actor=request.actor,
            reason=form.cleaned_data["reason"],
            now=timezone.now(),
        )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request, _("The employer is now: %(state)s.") % {"state": changed.get_state_display()}
        )
    return redirect("postings:employer", pk)


@roles_required(Role.RECRUITER, Role.PLATFORM_ADMIN)
@require_http_methods(["GET", "POST"])
def employer_edit(request: ActorRequest, pk: int) -> HttpResponse:
    employers = Employer.objects.editable_by(request.actor)
    related = ("organisation", "industry", "region")
    employer = get_object_or_404(employers.select_related(*related), pk=pk)
    form = StaffEmployerForm(request.POST or None, instance=employer, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_employer(employer=employer, actor=request.actor, **form.employer_fields())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("postings:employer", pk)
    status = 422 if form.errors else 200
    context = {"form": form, "employer": employer}
    return render(request, "postings/employer_form.html", context, status=status)


@roles_required(*MANAGERS)
@require_GET
def employer_options(request: ActorRequest) -> HttpResponse:
    """Suggestions for the employer's text box."""
    form = EmployerFilterForm({"q": request.GET.get("employer_name", "")})
    found = selectors.search_employers(text=form.text, limit=OPTIONS)
    return render(request, "postings/_employer_options.html", {"employers": found})


def _state_of(request: ActorRequest) -> VerificationState:
    name = request.GET.get("state", "")
    known = name in VerificationState.values
    return VerificationState(name) if known else VerificationState.PENDING


def _tabs(request: ActorRequest, current: str) -> list[dict[str, Any]]:
    counts = selectors.count_employer_states(actor=request.actor)
    return [
        {
            "label": state.label,
            "url": f"{request.path}?state={state}",
            "active": state == current,
            "count": counts[state],
        }
        for state in VerificationState
    ]

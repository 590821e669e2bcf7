import json

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.http import ActorRequest
from employment.privacy.enums import Purpose
from employment.privacy.forms import EraseForm
from employment.privacy.models import Consent
from employment.privacy.services.consents import grant_consent, withdraw_consent
from employment.privacy.services.personal_data import erase_personal_data, export_personal_data


@require_GET
def consents(request: ActorRequest) -> HttpResponse:
    """What the user agreed to, what is kept, and the ways out."""
    rows = Consent.objects.filter(user=request.user)
    in_force = {row.purpose: row for row in rows.in_force()}
    purposes = [(purpose, in_force.get(purpose)) for purpose in Purpose]
    return render(request, "privacy/consents.html", {"purposes": purposes, "history": rows})


@require_POST
def change_consent(request: ActorRequest, purpose: str) -> HttpResponse:
    if "grant" in request.POST:
        grant_consent(user=request.user, purpose=Purpose(purpose))
        messages.success(request, _("Agreed. It takes effect at once."))
    else:
        withdraw_consent(user=request.user, purpose=Purpose(purpose))
        messages.success(request, _("Taken back. It takes effect at once."))
    return redirect("privacy:consents")


@require_POST
def export(request: ActorRequest) -> HttpResponse:
    """Everything kept about the user as one JSON file."""
    content = json.dumps(
        export_personal_data(user=request.user), ensure_ascii=False, indent=2, default=str
    )
    response = HttpResponse(content, content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@require_http_methods(["GET", "POST"])
def erase(request: ActorRequest) -> HttpResponse:
    """Delete the account and everything that hangs on it, after the password."""
    form = EraseForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        user = request.user
        logout(request)
        erase_personal_data(user=user)
        messages.success(request, _("Your account and your data have been deleted."))
        return redirect("account_login")
    return render(request, "privacy/erase.html", {"form": form})


@login_not_required
@require_GET
def algorithm(request: ActorRequest) -> HttpResponse:
    """How matching works, what it uses and what it never sees."""
    return render(request, "privacy/algorithm.html")

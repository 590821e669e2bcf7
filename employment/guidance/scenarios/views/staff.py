"""Which scenarios the university offers, and how many students used them."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import OFFICE_ROLES
from employment.accounts.http import ActorRequest, roles_required
from employment.accounts.models import Organisation
from employment.guidance.scenarios import selectors
from employment.guidance.scenarios.library import scenarios
from employment.guidance.scenarios.services.offers import offer_scenario


@require_GET
@roles_required(*OFFICE_ROLES)
def offers(request: ActorRequest) -> HttpResponse:
    university = get_object_or_404(Organisation, pk=request.actor.university_id)
    return render(request, "scenarios/offers.html", {"uses": selectors.uses(university)})


@require_POST
@roles_required(*OFFICE_ROLES)
def offer(request: ActorRequest, code: str) -> HttpResponse:
    university = get_object_or_404(Organisation, pk=request.actor.university_id)
    if code not in scenarios():
        raise Http404
    offered = "offer" in request.POST
    offer_scenario(university=university, code=code, offered=offered, user=request.user)
    return redirect("scenarios:offers")

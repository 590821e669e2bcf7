"""Weights of the score: what is live, what was fitted, and the switch. For the platform's admin."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.enums import JobKind
from employment.common.models import Job
from employment.matches import weights_page as page
from employment.matches.models import WeightSet, WeightSwitch
from employment.matches.services.weights import hand_set, start_refit, switch_weights

SHOWN = 10


@require_GET
@roles_required(Role.PLATFORM_ADMIN)
def weights_page(request: ActorRequest) -> HttpResponse:
    jobs = Job.objects.filter(kind=JobKind.WEIGHTS)
    switches = WeightSwitch.objects.select_related("before", "after", "actor")
    context = {
        "current": jobs.filter(finished_at__isnull=True).first(),
        "last": page.outcome(jobs.filter(finished_at__isnull=False).first()),
        "sets": page.set_rows(WeightSet.objects.all()[:SHOWN]),
        "present": page.present_rows(),
        "events": page.event_rows(),
        "switches": list(switches[:SHOWN]),
        "back": page.way_back(switches.first()),
    }
    return render(request, "matches/weights.html", context)


@require_POST
@roles_required(Role.PLATFORM_ADMIN)
def ask_refit(request: ActorRequest) -> HttpResponse:
    start_refit(actor=request.user)
    return redirect("matches:weights")


@require_GET
@roles_required(Role.PLATFORM_ADMIN)
def refit_progress(request: ActorRequest, job_id: str) -> HttpResponse:
    job = get_object_or_404(Job.objects.filter(kind=JobKind.WEIGHTS), pk=job_id)
    response = render(request, "matches/weights.html#progress", {"current": job})
    if job.finished_at:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@roles_required(Role.PLATFORM_ADMIN)
def put_live(request: ActorRequest, weights_id: int) -> HttpResponse:
    hand_set()
    after = get_object_or_404(WeightSet, pk=weights_id)
    switch_weights(after=after, actor=request.user)
    messages.success(
        request,
        _("%(version)s is live. All lists are being computed anew.") % {"version": after.version},
    )
    return redirect("matches:weights")

"""Matches from the other sides: a posting's candidates, a student's list for the counsellor."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.accounts.models import Organisation
from employment.matches import presenters, selectors
from employment.matches.forms import BalancingForm
from employment.matches.models import BalancingSetting, Match, MatchRun
from employment.matches.services.balancing import set_strength
from employment.matches.services.calibration import calibration_figures
from employment.matches.services.runs import cancel_run, start_run
from employment.postings.models import Posting
from employment.privacy.enums import Purpose
from employment.students.models import StudentProfile
from matching.balancing import DEFAULT_STRENGTH

MANAGERS = (Role.CAREER_OFFICE, Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN)
STAFF = (Role.COUNSELLOR, *MANAGERS)
PAGE_SIZE = 20


@require_GET
@roles_required(Role.RECRUITER, *STAFF)
def posting_matches(request: ActorRequest, posting_id: int) -> HttpResponse:
    """Staff see their students; employers see consenting ones without names until they apply."""
    posting = get_object_or_404(Posting.objects.visible_to(request.actor), pk=posting_id)
    employer_side = request.actor.role == Role.RECRUITER
    students = (
        StudentProfile.objects.consenting(Purpose.EMPLOYERS)
        if employer_side
        else StudentProfile.objects.visible_to(request.actor)
    )
    page = Paginator(selectors.posting_matches(posting, students), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    cards = [presenters.candidate_card(match, anonymous=employer_side) for match in page]
    context = {"posting": posting, "page": page, "cards": cards, "employer_side": employer_side}
    return render(request, "matches/posting.html", context)


@require_GET
@roles_required(*STAFF)
def student_matches(request: ActorRequest, student_id: int) -> HttpResponse:
    student = get_object_or_404(
        StudentProfile.objects.visible_to(request.actor).select_related("user", "major"),
        pk=student_id,
    )
    rows = selectors.student_matches(student, selectors.MatchFilter(), today=timezone.localdate())
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    cards = [presenters.match_card(match) for match in page]
    return render(
        request, "matches/student.html", {"student": student, "page": page, "cards": cards}
    )


@require_http_methods(["GET", "POST"])
@roles_required(*MANAGERS)
def runs(request: ActorRequest) -> HttpResponse:
    """Matching runs: the one under way with its progress, earlier ones, and a button; for a
    university how strongly its lists are spread."""
    if request.method == "POST":
        take_order(request)
        return redirect("matches:runs")
    actor = request.actor
    rows = MatchRun.objects.visible_to(actor).select_related("job__created_by", "job__organisation")
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "matches": Match.objects.visible_to(actor).count(),
        "university": university_of(actor),
        "balancing": balancing_form(actor.university_id),
        "calibration": presenters.calibration_facts(calibration_figures()),
        **present_run(actor, rows.under_way().first()),
    }
    return render(request, "matches/runs.html", context)


def present_run(actor: Actor, run: MatchRun | None) -> dict[str, Any]:
    may_cancel = run and MatchRun.objects.cancellable_by(actor).filter(pk=run.pk).exists()
    return {"current": run, "may_cancel": may_cancel}


def university_of(actor: Actor) -> Organisation | None:
    return Organisation.objects.universities().filter(pk=actor.university_id or 0).first()


def take_order(request: ActorRequest) -> None:
    """A strength of balancing when one is sent, else a run: over a university's own students, over
    everybody for the platform."""
    form = BalancingForm(request.POST)
    university = university_of(request.actor)
    if not (university or request.actor.role == Role.PLATFORM_ADMIN):
        raise Http404
    if "strength" not in request.POST:
        start_run(actor=request.user, university_id=request.actor.university_id)
        messages.success(request, _("The matching run has been started."))
    elif university and form.is_valid():
        strength = form.cleaned_data["strength"]
        set_strength(university=university, strength=strength, actor=request.user)
        messages.success(request, _("Saved. It counts from the next run on."))
    elif university:
        messages.error(request, _("Choose one of the strengths offered; nothing was changed."))


def balancing_form(university_id: int | None) -> BalancingForm | None:
    if university_id is None:
        return None
    setting = BalancingSetting.objects.filter(university=university_id).first()
    strength = setting.strength if setting else DEFAULT_STRENGTH
    return BalancingForm(initial={"strength": strength})


@require_GET
@roles_required(*MANAGERS)
def run_progress(request: ActorRequest, job_id: str) -> HttpResponse:
    rows = MatchRun.objects.visible_to(request.actor).select_related("job")
    run = get_object_or_404(rows, job_id=job_id)
    response = render(request, "matches/runs.html#progress", present_run(request.actor, run))
    if run.job.finished_at:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@roles_required(*MANAGERS)
def stop_run(request: ActorRequest, job_id: str) -> HttpResponse:
    """The platform stops any run, a university its own."""
    rows = MatchRun.objects.cancellable_by(request.actor).select_related("job")
    cancel_run(run=get_object_or_404(rows, job_id=job_id), actor=request.user)
    return redirect("matches:runs")

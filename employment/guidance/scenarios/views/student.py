"""Choose a scenario, play it scene by scene, and read what it showed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.scenarios import selectors
from employment.guidance.scenarios.enums import NodeKind
from employment.guidance.scenarios.forms import CatalogueForm, StepForm
from employment.guidance.scenarios.library import scenarios
from employment.guidance.scenarios.models import Run
from employment.guidance.scenarios.rules import debrief
from employment.guidance.scenarios.services.runs import (
    delete_run,
    share_run,
    start_run,
    step_back,
    take_step,
)
from employment.students.models import StudentProfile


def own_run(request: ActorRequest, run_id: int) -> Run:
    rows = Run.objects.visible_to(request.actor).prefetch_related("steps")
    return get_object_or_404(rows, pk=run_id)


@require_GET
@roles_required(Role.STUDENT)
def catalogue(request: ActorRequest) -> HttpResponse:
    student = get_object_or_404(StudentProfile.objects.visible_to(request.actor))
    form = CatalogueForm(request.GET or None)
    wanted = form.wanted() if form.is_bound else {}
    offers, shown = selectors.catalogue(student, **wanted)
    context = {"form": form, "offers": offers, "shown": shown}
    template = "scenarios/catalogue.html#results" if request.htmx else "scenarios/catalogue.html"
    return render(request, template, context)


@require_POST
@roles_required(Role.STUDENT)
def start(request: ActorRequest, code: str) -> HttpResponse:
    student = get_object_or_404(StudentProfile.objects.visible_to(request.actor))
    try:
        run = start_run(student=student, code=code)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("scenarios:catalogue")
    return redirect("scenarios:play", run.pk)


@require_GET
@roles_required(Role.STUDENT)
def play(request: ActorRequest, run_id: int) -> HttpResponse:
    run = own_run(request, run_id)
    if run.ended:
        return redirect("scenarios:debrief", run.pk)
    scenario = scenarios()[run.scenario]
    steps = selectors.taken_steps(run)
    last = scenario.nodes[steps[-1].node] if steps else None
    context = {
        "run": run,
        "scenario": scenario,
        "node": scenario.nodes[run.node],
        "is_writing": scenario.nodes[run.node].kind is NodeKind.WRITE,
        "number": len(steps) + 1,
        "compared": debrief.compare_words(last, steps[-1].words) if last and last.model else None,
        "may_go_back": bool(steps),
    }
    return render(request, "scenarios/play.html", context)


@require_POST
@roles_required(Role.STUDENT)
def step(request: ActorRequest, run_id: int) -> HttpResponse:
    run = own_run(request, run_id)
    form = StepForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return redirect("scenarios:play", run.pk)
    try:
        take_step(run=run, **form.cleaned_data)
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("scenarios:play", run.pk)


@require_POST
@roles_required(Role.STUDENT)
def back(request: ActorRequest, run_id: int) -> HttpResponse:
    run = own_run(request, run_id)
    try:
        step_back(run=run)
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("scenarios:play", run.pk)


@require_GET
def debriefing(request: ActorRequest, run_id: int) -> HttpResponse:
    """For the student, and for staff to whom the student shows it."""
    run = own_run(request, run_id)
    if not run.ended:
        return redirect("scenarios:play", run.pk)
    scenario, steps = scenarios()[run.scenario], selectors.taken_steps(run)
    context = {
        "run": run,
        "scenario": scenario,
        "ending": scenario.nodes[run.node],
        "shown": debrief.competencies_shown(scenario, steps),
        "remarks": debrief.remarks(scenario, steps),
        "compared": debrief.compared_words(scenario, steps),
        "best_way": debrief.best_way(scenario),
        "earlier": selectors.earlier_runs(run),
        "is_own": request.actor.role == Role.STUDENT,
    }
    return render(request, "scenarios/debrief.html", context)


@require_POST
@roles_required(Role.STUDENT)
def share(request: ActorRequest, run_id: int) -> HttpResponse:
    run = own_run(request, run_id)
    share_run(run=run, shared="share" in request.POST)
    return redirect("scenarios:debrief", run.pk)


@require_POST
@roles_required(Role.STUDENT)
def delete(request: ActorRequest, run_id: int) -> HttpResponse:
    delete_run(run=own_run(request, run_id))
    return redirect("scenarios:catalogue")

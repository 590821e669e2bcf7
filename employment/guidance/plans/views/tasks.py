"""Tasks and goals of the student."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.plans.forms import GoalForm, SnoozeForm, TaskForm
from employment.guidance.plans.models import Goal, Task
from employment.guidance.plans.services import tasks as service
from employment.guidance.plans.views.plan import own_profile


def own_task(request: ActorRequest, task_id: int) -> Task:
    rows = Task.objects.visible_to(request.actor).select_related("goal", "student")
    return get_object_or_404(rows, pk=task_id)


def back_to_tasks() -> HttpResponse:
    return redirect(f"{reverse('plans:overview')}#tasks")


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def new_task(request: ActorRequest) -> HttpResponse:
    student = own_profile(request)
    form = TaskForm(request.POST or None, student=student)
    if form.is_valid():
        try:
            service.add_task(student=student, **form.cleaned_data)
        except DomainError as error:
            messages.error(request, str(error))
        return back_to_tasks()
    return render(request, "plans/task.html", {"form": form})


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def task(request: ActorRequest, task_id: int) -> HttpResponse:
    row = own_task(request, task_id)
    form = TaskForm(request.POST or None, instance=row, student=row.student)
    if form.is_valid():
        service.edit_task(task=row, **form.cleaned_data)
        return back_to_tasks()
    return render(request, "plans/task.html", {"form": form, "task": row})


@require_POST
@roles_required(Role.STUDENT)
def move(request: ActorRequest, task_id: int, step: str) -> HttpResponse:
    """One step of a task's life."""
    row = own_task(request, task_id)
    try:
        take_step(request, row, step)
    except DomainError as error:
        messages.error(request, str(error))
    return back_to_tasks()


def take_step(request: ActorRequest, row: Task, step: str) -> None:
    match step:
        case "done":
            service.finish_task(task=row)
        case "undo":
            service.reopen_task(task=row)
        case "up" | "down":
            service.move_task(task=row, up=step == "up")
        case "snooze":
            form = SnoozeForm(request.POST)
            if form.is_valid():
                until = form.cleaned_data["until"]
                service.snooze_task(task=row, until=until, today=timezone.localdate())
        case "accept" | "decline":
            service.answer_suggestion(task=row, accept=step == "accept")
        case "delete":
            service.delete_task(task=row)
        case _:
            raise Http404


@require_POST
@roles_required(Role.STUDENT)
def new_goal(request: ActorRequest) -> HttpResponse:
    form = GoalForm(request.POST)
    if form.is_valid():
        service.add_goal(student=own_profile(request), **form.cleaned_data)
    else:
        messages.error(request, str(next(iter(form.errors.values()))[0]))
    return back_to_tasks()


@require_POST
@roles_required(Role.STUDENT)
def remove_goal(request: ActorRequest, goal_id: int) -> HttpResponse:
    rows = Goal.objects.filter(student=own_profile(request))
    service.delete_goal(goal=get_object_or_404(rows, pk=goal_id))
    return back_to_tasks()

"""The student's plan: what is up today, the roadmap, advice, and the settings."""

import datetime as dt

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.plans import presenters
from employment.guidance.plans.enums import DismissReason, Mark, TaskSource
from employment.guidance.plans.forms import DismissForm, GoalForm, MarkForm, SettingsForm, TaskForm
from employment.guidance.plans.library import in_language, milestones_by_code
from employment.guidance.plans.models import PlanSettings
from employment.guidance.plans.selectors import plan
from employment.guidance.plans.selectors.calendars import calendar_of
from employment.guidance.plans.services import advice as advising
from employment.guidance.plans.services import settings as settings_service
from employment.guidance.plans.services.tasks import add_task
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import has_consent
from employment.students.models import StudentProfile


def own_profile(request: ActorRequest) -> StudentProfile:
    return get_object_or_404(StudentProfile.objects.visible_to(request.actor).with_profile())


@require_GET
@roles_required(Role.STUDENT)
def overview(request: ActorRequest) -> HttpResponse:
    student, today = own_profile(request), timezone.localdate()
    context = presenters.plan_context(student, today=today) | {
        "cards": presenters.sorted_cards(advising.give_advice(student=student, today=today)),
        "form": TaskForm(student=student),
        "goal_form": GoalForm(),
        "dismiss_reasons": DismissReason.choices,
    }
    return render(request, "plans/overview.html", context)


@require_POST
@roles_required(Role.STUDENT)
def mark(request: ActorRequest, code: str) -> HttpResponse:
    form = MarkForm(request.POST)
    if code not in milestones_by_code() or not form.is_valid():
        raise Http404
    said = form.cleaned_data["mark"]
    settings_service.mark_milestone(
        student=own_profile(request), code=code, mark=Mark(said) if said else None
    )
    return redirect(f"{reverse('plans:overview')}#step-{code}")


@require_POST
@roles_required(Role.STUDENT)
def take_milestone(request: ActorRequest, code: str) -> HttpResponse:
    """Put a milestone on the task list; it is there once."""
    student, today = own_profile(request), timezone.localdate()
    course = plan.course_for(student, plan.settings_of(student))
    steps = {one.code: one for one in plan.roadmap(student, course, today=today)}
    if code not in steps:
        raise Http404
    step = steps[code]
    title = in_language(milestones_by_code()[code].title)
    add_task(
        student=student,
        title=title,
        due=step.due,
        notes=step.text,
        source=TaskSource.MILESTONE,
        key=code,
        url=step.url,
    )
    return redirect(f"{reverse('plans:overview')}#tasks")


@require_POST
@roles_required(Role.STUDENT)
def advice(request: ActorRequest, code: str, step: str) -> HttpResponse:
    """Follow an advice, make it a task, put it away with a reason, or take that back."""
    try:
        url = advice_step(request, code, step)
    except DomainError as error:
        messages.error(request, str(error))
        url = ""
    return redirect(url or f"{reverse('plans:overview')}#advice")


def advice_step(request: ActorRequest, code: str, step: str) -> str:
    student, today = own_profile(request), timezone.localdate()
    match step:
        case "act":
            return advising.act_on(student=student, code=code, today=today)
        case "task":
            advising.task_from_advice(student=student, code=code, today=today)
        case "dismiss":
            form = DismissForm(request.POST)
            if form.is_valid():
                reason = DismissReason(form.cleaned_data["reason"])
                advising.dismiss(student=student, code=code, reason=reason, today=today)
        case "back":
            advising.take_back_dismissal(student=student, code=code)
        case _:
            raise Http404
    return ""


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def settings(request: ActorRequest) -> HttpResponse:
    student = own_profile(request)
    present = plan.settings_of(student)
    form = SettingsForm(request.POST or None, instance=present)
    if request.method == "POST" and form.is_valid():
        settings_service.save_settings(student=student, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("plans:settings")
    feed = reverse("plans:feed", args=[present.feed_token]) if present.feed_token else ""
    context = {
        "form": form,
        "feed": request.build_absolute_uri(feed) if feed else "",
        "agreed": has_consent(user_id=student.user_id, purpose=Purpose.MESSAGES),
        "has_mail": bool(student.user.email),
    }
    return render(request, "plans/settings.html", context)


@require_POST
@roles_required(Role.STUDENT)
def feed_address(request: ActorRequest) -> HttpResponse:
    student = own_profile(request)
    if "close" in request.POST:
        settings_service.close_feed(student=student)
    else:
        settings_service.rotate_feed(student=student)
    return redirect("plans:settings")


@require_GET
@roles_required(Role.STUDENT)
def download(request: ActorRequest) -> HttpResponse:
    response = calendar_answer(own_profile(request), now=timezone.now())
    response["Content-Disposition"] = 'attachment; filename="plan.ics"'
    return response


@login_not_required
@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """For a calendar program, which cannot sign in: the address is the secret."""
    rows = PlanSettings.objects.select_related("student__user", "student__intention")
    row = get_object_or_404(rows, feed_token=token, student__user__is_active=True)
    return calendar_answer(row.student, now=timezone.now())


def calendar_answer(student: StudentProfile, *, now: dt.datetime) -> HttpResponse:
    content = calendar_of(student, now=now, today=timezone.localdate(now))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response

"""Workshops for students and for those who hold them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.students.models import StudentProfile
from employment.support.enums import COUNSELLING_ROLES, RegistrationState
from employment.support.forms.workshops import FeedbackForm, WorkshopForm
from employment.support.models import Registration, Workshop
from employment.support.selectors.finding import workshop_list
from employment.support.services import workshops as services

READERS = (Role.STUDENT, *sorted(UNIVERSITY_STAFF))
STAFF = tuple(sorted(COUNSELLING_ROLES))


@require_GET
@roles_required(*READERS)
def workshops(request: ActorRequest) -> HttpResponse:
    now = timezone.now()
    rows = Workshop.objects.visible_to(request.actor)
    student = StudentProfile.objects.visible_to(request.actor).filter(user=request.user).first()
    context = {
        "coming": workshop_list(rows.coming(now), student),
        "past": workshop_list(rows.filter(ends_at__lte=now).order_by("-starts_at")[:20], student),
        "may_plan": request.actor.role in COUNSELLING_ROLES,
    }
    return render(request, "support/workshops.html", context)


@require_GET
@roles_required(*READERS)
def workshop(request: ActorRequest, workshop_id: int) -> HttpResponse:
    rows = Workshop.objects.visible_to(request.actor).with_counts()
    row, now = get_object_or_404(rows, pk=workshop_id), timezone.now()
    is_host = Workshop.objects.editable_by(request.actor).filter(pk=row.pk).exists()
    registrations = row.registrations.exclude(state=RegistrationState.CANCELLED)
    mine = registrations.filter(student__user=request.user).first()
    people = registrations.select_related("student__user", "student__college")
    context = {
        "workshop": row,
        "mine": mine,
        "is_student": request.actor.role == Role.STUDENT,
        "is_host": is_host,
        "people": people if is_host else [],
        "feedback": services.feedback_of(row),
        "feedback_form": FeedbackForm(
            initial={"rating": mine.rating, "comment": mine.comment} if mine else None
        ),
        "begun": row.starts_at <= now,
        "over": row.ends_at <= now,
        "checks_in": row.starts_at - services.EARLY <= now <= row.ends_at,
    }
    return render(request, "support/workshop.html", context)


@require_http_methods(["GET", "POST"])
@roles_required(*STAFF)
def plan(request: ActorRequest) -> HttpResponse:
    form = WorkshopForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            row = services.plan_workshop(
                host=request.user, actor=request.actor, now=timezone.now(), **form.cleaned_data
            )
            return redirect("support:workshop", row.pk)
        except DomainError as error:
            form.add_error(None, str(error))
    return render(request, "support/workshop_form.html", {"form": form})


@require_http_methods(["GET", "POST"])
@roles_required(*STAFF)
def edit(request: ActorRequest, workshop_id: int) -> HttpResponse:
    row = get_object_or_404(Workshop.objects.editable_by(request.actor), pk=workshop_id)
    form = WorkshopForm(request.POST or None, instance=row, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_workshop(workshop=row, actor=request.actor, **form.cleaned_data)
            return redirect("support:workshop", row.pk)
        except DomainError as error:
            form.add_error(None, str(error))
    return render(request, "support/workshop_form.html", {"form": form, "workshop": row})


@require_POST
@roles_required(*STAFF)
def cancel(request: ActorRequest, workshop_id: int) -> HttpResponse:
    row = get_object_or_404(Workshop.objects.editable_by(request.actor), pk=workshop_id)
    try:
        services.cancel_workshop(workshop=row, actor=request.actor, now=timezone.now())
        messages.success(request, _("Cancelled; who had registered is told."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("support:workshop", row.pk)


@require_POST
@roles_required(*STAFF)
def attendance(request: ActorRequest, workshop_id: int, registration_id: int) -> HttpResponse:
    row = get_object_or_404(Workshop.objects.editable_by(request.actor), pk=workshop_id)
    registration = get_object_or_404(row.registrations, pk=registration_id)
    attended = "attended" in request.POST
    try:
        services.set_attendance(
            registration=registration,
            attended=attended,
            actor_id=request.user.pk,
            now=timezone.now(),
        )
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("support:workshop", row.pk)


@require_POST
@roles_required(Role.STUDENT)
def join(request: ActorRequest, workshop_id: int) -> HttpResponse:
    """Register, leave, check in or say what it was like: the student's own buttons."""
    row = get_object_or_404(Workshop.objects.visible_to(request.actor), pk=workshop_id)
    student = get_object_or_404(StudentProfile.objects.visible_to(request.actor))
    try:
        _take(request, row, student)
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("support:workshop", row.pk)


def _take(request: ActorRequest, workshop: Workshop, student: StudentProfile) -> None:
    now, wish = timezone.now(), request.POST.get("wish", "register")
    if wish == "register":
        services.register(student=student, workshop=workshop, now=now)
        return
    rows = Registration.objects.select_related("workshop", "student")
    row = get_object_or_404(rows, workshop=workshop, student=student)
    form = FeedbackForm(request.POST)
    if wish == "leave":
        services.unregister(registration=row, now=now)
    elif wish == "check_in":
        services.check_in(registration=row, code=request.POST.get("code", ""), now=now)
    elif form.is_valid():
        services.give_feedback(registration=row, **form.cleaned_data)
        messages.success(request, _("Thank you."))

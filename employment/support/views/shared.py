"""What students and staff both open: an appointment, its file, a task, the calendar's address."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.support import calendars, presenters
from employment.support.enums import (
    ACTIVE_STATES,
    COUNSELLING_ROLES,
    AppointmentAction,
    AppointmentState,
)
from employment.support.forms.talks import FollowUpForm, NoteForm, OutcomeForm, StepForm
from employment.support.models import Appointment, CalendarFeed, FollowUp, Note
from employment.support.rules.states import open_actions
from employment.support.selectors.calendar import feed_rows
from employment.support.selectors.policy import rules_of
from employment.support.services.appointments import move_appointment
from employment.support.services.feeds import drop_feed, renew_feed
from employment.support.services.notes import tick_follow_up

BOTH = (Role.STUDENT, *sorted(COUNSELLING_ROLES))
ICS = "text/calendar; charset=utf-8"


@require_GET
@roles_required(*BOTH)
def appointment(request: ActorRequest, appointment_id: int) -> HttpResponse:
    rows = Appointment.objects.visible_to(request.actor).with_list_data()
    row, now = get_object_or_404(rows, pk=appointment_id), timezone.now()
    hours = rules_of(row.slot.university_id).cancel_hours
    state = AppointmentState(row.state)
    actions = open_actions(request.actor, state, starts_at=row.slot.starts_at, now=now, hours=hours)
    notes = Note.objects.visible_to(request.actor).filter(appointment=row)
    context = {
        "appointment": row,
        "is_student": request.actor.role == Role.STUDENT,
        "actions": [one for one in actions if one != AppointmentAction.CANCEL],
        "may_cancel": AppointmentAction.CANCEL in actions,
        "is_active": state in ACTIVE_STATES and row.slot.starts_at > now,
        "attended": state == AppointmentState.ATTENDED,
        "hours": hours,
        "steps": presenters.step_events(row.state_changes.select_related("actor")),
        "notes": notes.select_related("author", "correction"),
        "tasks": FollowUp.objects.visible_to(request.actor).filter(appointment=row),
        "note_form": NoteForm(),
        "task_form": FollowUpForm(),
        "outcome_form": OutcomeForm(initial={"outcome": row.outcome}),
        "today": timezone.localdate(),
    }
    return render(request, "support/appointment.html", context)


@require_POST
@roles_required(*BOTH)
def step(request: ActorRequest, appointment_id: int) -> HttpResponse:
    row = get_object_or_404(Appointment.objects.visible_to(request.actor), pk=appointment_id)
    form = StepForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest()
    try:
        move_appointment(
            appointment=row,
            action=AppointmentAction(form.cleaned_data["action"]),
            actor=request.actor,
            now=timezone.now(),
            note=form.cleaned_data["note"],
        )
        messages.success(request, _("Saved."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("support:appointment", row.pk)


@require_GET
@roles_required(*BOTH)
def appointment_file(request: ActorRequest, appointment_id: int) -> HttpResponse:
    rows = Appointment.objects.visible_to(request.actor).select_related("slot")
    row = get_object_or_404(rows, pk=appointment_id)
    body = calendars.calendar_file([calendars.appointment_entry(row)])
    response = HttpResponse(body, content_type=ICS)
    response["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response


@require_POST
@roles_required(*BOTH)
def tick(request: ActorRequest, task_id: int) -> HttpResponse:
    task = get_object_or_404(FollowUp.objects.doable_by(request.actor), pk=task_id)
    done = "done" in request.POST
    tick_follow_up(task=task, done=done, actor=request.actor, now=timezone.now())
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = reverse("feed:home")
    return redirect(target)


@require_GET
@roles_required(*BOTH)
def feed_settings(request: ActorRequest) -> HttpResponse:
    feed = CalendarFeed.objects.filter(user=request.user).first()
    path = reverse("support:feed", args=[feed.token]) if feed else ""
    address = request.build_absolute_uri(path) if feed else ""
    return render(request, "support/feed.html", {"feed": feed, "address": address})


@require_POST
@roles_required(*BOTH)
def change_feed(request: ActorRequest) -> HttpResponse:
    if "drop" in request.POST:
        drop_feed(user=request.user)
    else:
        renew_feed(user=request.user)
    messages.success(request, _("Saved."))
    return redirect("support:feed_settings")


@login_not_required
@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """For calendar programs: who knows the address reads times and places, no names."""
    row = get_object_or_404(CalendarFeed.objects.select_related("user"), token=token)
    if not row.user.is_active:
        return HttpResponse(status=404)
    talks, registrations, workshops = feed_rows(row.user, now=timezone.now())
    entries = [
        *map(calendars.appointment_entry, talks),
        *map(calendars.registration_entry, registrations),
        *map(calendars.workshop_entry, workshops),
    ]
    response = HttpResponse(calendars.calendar_file(entries), content_type=ICS)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response

"""Find a time, own appointments, waiting lists and tasks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.students.models import StudentProfile
from employment.support.enums import HOLDING_STATES
from employment.support.errors import SlotTakenError
from employment.support.forms.booking import BookForm, FindForm
from employment.support.models import Appointment, Slot
from employment.support.selectors import finding
from employment.support.selectors.policy import needs_confirmation, rules_of
from employment.support.services.appointments import book, reschedule
from employment.support.services.waiting import join_waiting, leave_waiting


def own_profile(request: ActorRequest) -> StudentProfile:
    rows = StudentProfile.objects.visible_to(request.actor)
    return get_object_or_404(rows.select_related("counsellor"))


def offered_slot(student: StudentProfile, slot_id: int) -> Slot:
    rows = Slot.objects.offered_to(student).filter(is_cancelled=False)
    return get_object_or_404(rows.select_related("counsellor"), pk=slot_id)


@require_GET
@roles_required(Role.STUDENT)
def find(request: ActorRequest) -> HttpResponse:
    student, now = own_profile(request), timezone.now()
    form = FindForm(request.GET or None)
    slots = finding.offered_slots(student, now=now, **form.wanted())
    moving = Appointment.objects.visible_to(request.actor).with_list_data()
    chosen = request.GET.get("move", "")
    context = {
        "form": form,
        "groups": finding.times_by_counsellor(student, slots),
        "moving": moving.filter(pk=int(chosen)).first() if chosen.isdecimal() else None,
    }
    template = "support/find.html#results" if request.htmx else "support/find.html"
    return render(request, template, context)


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def book_slot(request: ActorRequest, slot_id: int) -> HttpResponse:
    """Book, or when the time is taken, wait for it."""
    student, now = own_profile(request), timezone.now()
    slot = offered_slot(student, slot_id)
    form = BookForm(request.POST or None, slot=slot)
    if request.method == "POST" and form.is_valid():
        return _booked(request, student, slot, form)
    held = slot.appointments.filter(state__in=HOLDING_STATES).exists()
    context = {
        "slot": slot,
        "form": form,
        "is_taken": held or slot.waiting.exclude(student=student).exists(),
        "needs_confirmation": needs_confirmation(student, now=now),
        "rules": rules_of(student.university_id),
    }
    return render(request, "support/book.html", context)


def _booked(
    request: ActorRequest, student: StudentProfile, slot: Slot, form: BookForm
) -> HttpResponse:
    now, data = timezone.now(), form.cleaned_data
    try:
        if "wait" in request.POST:
            join_waiting(student=student, slot=slot, now=now, **data)
            messages.success(request, _("You are on the waiting list."))
            return redirect("support:mine")
        appointment = book(student=student, slot=slot, now=now, **data)
    except SlotTakenError as error:
        messages.error(request, str(error))
        return redirect("support:book", slot.pk)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("support:find")
    messages.success(request, _("Your appointment is booked."))
    return redirect("support:appointment", appointment.pk)


@require_POST
@roles_required(Role.STUDENT)
def leave(request: ActorRequest, slot_id: int) -> HttpResponse:
    student = own_profile(request)
    leave_waiting(student=student, slot=offered_slot(student, slot_id))
    messages.success(request, _("You have left the waiting list."))
    return redirect("support:mine")


@require_POST
@roles_required(Role.STUDENT)
def move_to(request: ActorRequest, appointment_id: int, slot_id: int) -> HttpResponse:
    rows = Appointment.objects.visible_to(request.actor)
    appointment = get_object_or_404(rows, pk=appointment_id)
    slot = offered_slot(own_profile(request), slot_id)
    try:
        reschedule(appointment=appointment, slot=slot, actor=request.actor, now=timezone.now())
        messages.success(request, _("Your appointment has been moved."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("support:appointment", appointment.pk)


@require_GET
@roles_required(Role.STUDENT)
def mine(request: ActorRequest) -> HttpResponse:
    student, now = own_profile(request), timezone.now()
    rows = list(finding.own_appointments(student))
    context = {
        "coming": [row for row in reversed(rows) if row.slot.ends_at > now],
        "past": [row for row in rows if row.slot.ends_at <= now],
        "waiting": finding.own_waiting(student, now=now),
    }
    return render(request, "support/mine.html", context)


@require_GET
@roles_required(Role.STUDENT)
def tasks(request: ActorRequest) -> HttpResponse:
    rows = list(finding.own_tasks(own_profile(request)))
    context = {
        "open": [row for row in rows if row.done_at is None],
        "done": [row for row in rows if row.done_at is not None],
        "today": timezone.localdate(),
    }
    return render(request, "support/tasks.html", context)

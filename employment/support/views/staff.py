"""A counsellor's calendar, times, caseload and notes."""

import datetime as dt

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.common.spreadsheets import xlsx_response
from employment.students.models import StudentProfile
from employment.support.enums import COUNSELLING_ROLES
from employment.support.exports import appointment_table, case_table
from employment.support.forms.booking import CancelForm, PublishForm
from employment.support.forms.cases import CaseFilterForm
from employment.support.forms.talks import FollowUpForm, NoteForm, OutcomeForm
from employment.support.models import Appointment, Note, Slot
from employment.support.selectors.calendar import staff_days
from employment.support.selectors.caseload import caseload, chosen_cases, own_caseload_exists
from employment.support.services.appointments import write_outcome
from employment.support.services.notes import add_follow_up, correct_note, write_note
from employment.support.services.slots import (
    ConflictsError,
    SlotPlan,
    cancel_series,
    cancel_slot,
    publish_slots,
)

STAFF = tuple(sorted(COUNSELLING_ROLES))
PAGE_SIZE = 30
WEEK = 7


@require_GET
@roles_required(*STAFF)
def calendar(request: ActorRequest) -> HttpResponse:
    """A day or a week of the own times, as a list."""
    days = 1 if request.GET.get("view") == "day" else WEEK
    try:
        first = parse_date(request.GET.get("from", "")) or timezone.localdate()
    except ValueError:
        first = timezone.localdate()
    first = min(max(first, dt.date(2000, 1, 1)), dt.date(2100, 1, 1))
    step = dt.timedelta(days=days)
    context = {
        "days": staff_days(request.user, first=first, days=days),
        "view": "day" if days == 1 else "week",
        "first": first,
        "last": first + dt.timedelta(days=days - 1),
        "before": first - step,
        "after": first + step,
        "today": timezone.localdate(),
        "now": timezone.now(),
    }
    return render(request, "support/calendar.html", context)


@require_http_methods(["GET", "POST"])
@roles_required(*STAFF)
def publish(request: ActorRequest) -> HttpResponse:
    form = PublishForm(request.POST or None, actor=request.actor)
    conflicts = []
    if request.method == "POST" and form.is_valid():
        try:
            return _published(request, form)
        except ConflictsError as error:
            conflicts = error.conflicts
        except DomainError as error:
            form.add_error(None, str(error))
    return render(request, "support/publish.html", {"form": form, "conflicts": conflicts})


def _published(request: ActorRequest, form: PublishForm) -> HttpResponse:
    data = form.cleaned_data
    result = publish_slots(
        plan=SlotPlan(
            counsellor=data["counsellor"],
            college_id=data["college"].pk if data["college"] else None,
            place=data["place"],
            link=data["link"],
            topics=data["topics"],
        ),
        spans=form.spans(),
        actor=request.actor,
        now=timezone.now(),
        skip_conflicts=data["skip_conflicts"],
    )
    count = len(result.slots)
    text = ngettext("%(n)s time published.", "%(n)s times published.", count) % {"n": count}
    messages.success(request, text)
    return redirect("support:calendar")


@require_POST
@roles_required(*STAFF)
def cancel(request: ActorRequest, slot_id: int) -> HttpResponse:
    slot = get_object_or_404(Slot.objects.visible_to(request.actor), pk=slot_id)
    form = CancelForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest()
    stop = cancel_series if form.cleaned_data["series"] else cancel_slot
    try:
        reason = form.cleaned_data["reason"]
        stop(slot=slot, reason=reason, actor=request.actor, now=timezone.now())
        messages.success(request, _("Cancelled; who had booked is told."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("support:calendar")


@require_GET
@roles_required(*STAFF)
def cases(request: ActorRequest) -> HttpResponse:
    form, mine = CaseFilterForm(request.GET or None), _is_mine(request)
    rows = chosen_cases(caseload(request.actor, now=timezone.now(), mine=mine), **form.wanted())
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    template = "support/caseload.html#results" if request.htmx else "support/caseload.html"
    return render(request, template, {"page": page, "mine": mine, "form": form})


def _is_mine(request: ActorRequest) -> bool:
    chosen = request.GET.get("whose", "")
    return chosen == "mine" or (chosen != "all" and own_caseload_exists(request.actor))


@require_GET
@roles_required(*STAFF)
def export_cases(request: ActorRequest) -> HttpResponse:
    """The caseload as filtered, as a workbook; taking it is written to the audit log."""
    rows = caseload(request.actor, now=timezone.now(), mine=_is_mine(request))
    chosen = chosen_cases(rows, **CaseFilterForm(request.GET or None).wanted())
    return xlsx_response(case_table(chosen, actor=request.actor), name=_("Caseload"))


@require_GET
@roles_required(*STAFF)
def export(request: ActorRequest) -> HttpResponse:
    """The own appointments as a workbook; taking it is written to the audit log."""
    rows = Appointment.objects.visible_to(request.actor).with_list_data()
    return xlsx_response(appointment_table(rows, actor=request.actor), name=_("Appointments"))


@require_POST
@roles_required(*STAFF)
def outcome(request: ActorRequest, appointment_id: int) -> HttpResponse:
    row = get_object_or_404(Appointment.objects.visible_to(request.actor), pk=appointment_id)
    form = OutcomeForm(request.POST)
    try:
        if form.is_valid():
            write_outcome(appointment=row, actor=request.actor, **form.cleaned_data)
            messages.success(request, _("Saved."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("support:appointment", row.pk)


def _student_and_talk(
    request: ActorRequest, student_id: int
) -> tuple[StudentProfile, Appointment | None]:
    """The student, and the own appointment with that student which the form names."""
    talk = request.POST.get("appointment", "")
    found = None
    if talk.isdecimal():
        rows = Appointment.objects.visible_to(request.actor).select_related("student")
        found = get_object_or_404(rows, pk=int(talk), student_id=student_id)
        return found.student, found
    rows_of = StudentProfile.objects.visible_to(request.actor)
    return get_object_or_404(rows_of, pk=student_id), None


def _back(student: StudentProfile, talk: Appointment | None) -> HttpResponse:
    if talk is not None:
        return redirect("support:appointment", talk.pk)
    return redirect("students:detail", student.pk)


@require_POST
@roles_required(*STAFF)
def note(request: ActorRequest, student_id: int) -> HttpResponse:
    student, talk = _student_and_talk(request, student_id)
    form = NoteForm(request.POST)
    if form.is_valid():
        write_note(student=student, actor=request.actor, appointment=talk, **form.cleaned_data)
        messages.success(request, _("The note is saved."))
    else:
        messages.error(request, _("Write the note and choose who may read it."))
    return _back(student, talk)


@require_POST
@roles_required(*STAFF)
def correct(request: ActorRequest, note_id: int) -> HttpResponse:
    rows = Note.objects.visible_to(request.actor).filter(author_id=request.user.pk)
    row = get_object_or_404(rows.select_related("student", "appointment"), pk=note_id)
    form = NoteForm(request.POST)
    try:
        if form.is_valid():
            correct_note(note=row, actor=request.actor, **form.cleaned_data)
            messages.success(request, _("The correction is saved; the earlier text stays."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("students:detail", row.student_id)


@require_POST
@roles_required(*STAFF)
def follow_up(request: ActorRequest, student_id: int) -> HttpResponse:
    student, talk = _student_and_talk(request, student_id)
    form = FollowUpForm(request.POST)
    if form.is_valid():
        add_follow_up(student=student, actor=request.actor, appointment=talk, **form.cleaned_data)
        messages.success(request, _("The task is set."))
    else:
        messages.error(request, _("A task needs a title and a day."))
    return _back(student, talk)

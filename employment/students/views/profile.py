"""The student's own pages: quick start and the profile's sections."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.students.forms import BasicsForm, IntentionForm, QuickStartForm
from employment.students.models import StudentProfile
from employment.students.sections import SECTIONS, Section
from employment.students.selectors import protected_facts
from employment.students.services.profiles import (
    delete_record,
    edit_intention,
    edit_student,
    save_record,
)
from employment.students.services.signup import start_profile
from employment.students.strength import strength_of


def own_profile(request: ActorRequest) -> StudentProfile:
    rows = StudentProfile.objects.visible_to(request.actor).with_profile()
    return get_object_or_404(rows)


@require_http_methods(["GET", "POST"])
def start(request: ActorRequest) -> HttpResponse:
    """For a signed-in user without any role: become a student with first matches."""
    if request.actor.role:
        return redirect("feed:home")
    form = QuickStartForm(request.POST or None, initial={"name": request.user.name})
    if request.method == "POST" and form.is_valid():
        try:
            start_profile(
                user=request.user,
                name=form.cleaned_data["name"],
                university=form.cleaned_data["university"],
                purposes=form.purposes(),
                profile=form.profile(),
                titles=form.cleaned_data["titles"],
                regions=form.cleaned_data["regions"],
            )
            messages.success(request, _("Welcome. Your first matches are being computed."))
            return redirect("matches:list")
        except ValidationError as error:
            form.add_error(None, error)
    return render(request, "students/start.html", {"form": form})


@require_GET
@roles_required(Role.STUDENT)
def profile(request: ActorRequest) -> HttpResponse:
    student = own_profile(request)
    context = {
        "student": student,
        "strength": strength_of(student),
        "sections": [(section, section.rows_of(student)) for section in SECTIONS.values()],
        "protected": protected_facts(student),
    }
    return render(request, "students/profile.html", context)


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def edit_basics(request: ActorRequest) -> HttpResponse:
    student = own_profile(request)
    form = BasicsForm(request.POST or None, instance=student)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in form.changed_data if name != "name"}
        if "name" in form.changed_data:
            request.user.name = form.cleaned_data["name"]
            request.user.save(update_fields=["name"])
        edit_student(student=student, **values)
        messages.success(request, _("Saved. Your matches follow within seconds."))
        return redirect("students:profile")
    context = {"form": form, "title": _("Degree and major"), "section": "basics"}
    return render(request, "students/edit.html", context)


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def edit_wishes(request: ActorRequest) -> HttpResponse:
    student = own_profile(request)
    form = IntentionForm(request.POST or None, instance=student.intention)
    if request.method == "POST" and form.is_valid():
        edit_intention(student=student, **form.cleaned_data)
        messages.success(request, _("Saved. Your matches follow within seconds."))
        return redirect("students:profile")
    context = {"form": form, "title": _("What I want"), "section": "intention"}
    return render(request, "students/edit.html", context)


def section_named(name: str) -> Section:
    if name not in SECTIONS:
        raise Http404
    return SECTIONS[name]


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def edit_record(request: ActorRequest, name: str, record_id: int | None = None) -> HttpResponse:
    """Add or change one entry of a section; a double click adds it once."""
    student, section = own_profile(request), section_named(name)
    row = record_of(student, section, record_id)
    known = {"name": request.GET.get("name", "")[:60]} if record_id is None else None
    form = section.form(request.POST or None, instance=row, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            save_record(record_row=form.save(commit=False), student=student)
            messages.success(request, _("Saved. Your matches follow within seconds."))
            return redirect(f"{student.profile_url}#{name}")
        except ValidationError as error:
            form.add_error(None, error)
    context: dict[str, Any] = {
        "form": form,
        "title": section.title,
        "subtitle": section.empty,
        "section": name,
        "row": row if row.pk else None,
    }
    return render(request, "students/edit.html", context)


def record_of(student: StudentProfile, section: Section, record_id: int | None) -> models.Model:
    if record_id is None:
        return section.model(student=student)
    row: models.Model = get_object_or_404(section.rows_of(student), pk=record_id)
    return row


@require_POST
@roles_required(Role.STUDENT)
def remove_record(request: ActorRequest, name: str, record_id: int) -> HttpResponse:
    student, section = own_profile(request), section_named(name)
    row = get_object_or_404(section.rows_of(student), pk=record_id)
    delete_record(record_row=row, student=student)
    messages.success(request, _("Deleted."))
    return redirect(f"{student.profile_url}#{name}")

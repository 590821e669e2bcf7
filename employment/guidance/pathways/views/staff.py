"""The course catalogue of a university, and the demand facts behind all pathways."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import OFFICE_ROLES, Role
from employment.accounts.http import ActorRequest, roles_required
from employment.accounts.models import Organisation
from employment.common.errors import DomainError
from employment.guidance.pathways.forms import CourseFileForm, CourseFilterForm, CourseForm
from employment.guidance.pathways.models import Course
from employment.guidance.pathways.selectors.catalogue import course_list
from employment.guidance.pathways.selectors.facts import present_facts
from employment.guidance.pathways.services.courses import (
    ImportOutcome,
    delete_course,
    import_courses,
    save_course,
)
from employment.guidance.pathways.tasks import refresh_demand_task

PAGE = 50


def own_university(request: ActorRequest) -> Organisation:
    return get_object_or_404(Organisation, pk=request.actor.university_id)


@require_GET
@roles_required(*OFFICE_ROLES)
def catalogue(request: ActorRequest) -> HttpResponse:
    form = CourseFilterForm(request.GET or None)
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    rows = course_list(request.actor, text=wanted.get("text", ""), kind=wanted.get("kind", ""))
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "facts": present_facts()}
    template = "pathways/catalogue.html"
    return render(request, f"{template}#results" if request.htmx else template, context)


@require_http_methods(["GET", "POST"])
@roles_required(*OFFICE_ROLES)
def edit_course(request: ActorRequest, course_id: int | None = None) -> HttpResponse:
    university = own_university(request)
    rows = Course.objects.editable_by(request.actor)
    course = get_object_or_404(rows, pk=course_id) if course_id else None
    form = CourseForm(request.POST or None, instance=course, university=university)
    if request.method == "POST" and form.is_valid():
        try:
            save_course(
                university=university,
                fields=form.service_fields(),
                prerequisites=form.cleaned_data["prerequisites"],
                skills=form.cleaned_data["skills"],
                course=course,
            )
            return redirect("pathways:catalogue")
        except DomainError as error:
            form.add_error("prerequisites", str(error))
    return render(request, "pathways/course_form.html", {"form": form, "course": course})


@require_POST
@roles_required(*OFFICE_ROLES)
def remove_course(request: ActorRequest, course_id: int) -> HttpResponse:
    course = get_object_or_404(Course.objects.editable_by(request.actor), pk=course_id)
    delete_course(course=course)
    messages.success(request, _("The course is deleted."))
    return redirect("pathways:catalogue")


@require_http_methods(["GET", "POST"])
@roles_required(*OFFICE_ROLES)
def upload(request: ActorRequest) -> HttpResponse:
    university = own_university(request)
    form = CourseFileForm(request.POST or None, request.FILES or None)
    outcome: ImportOutcome | None = None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            outcome = import_courses(university=university, file=file, name=file.name)
        except DomainError as error:
            form.add_error("file", str(error))
    return render(request, "pathways/upload.html", {"form": form, "outcome": outcome})


@require_POST
@roles_required(*OFFICE_ROLES, Role.PLATFORM_ADMIN)
def refresh(request: ActorRequest) -> HttpResponse:
    """Ask for the demand facts to be computed anew; the worker does it."""
    refresh_demand_task.delay()
    messages.success(request, _("The demand facts are being computed. It takes a few seconds."))
    is_office = request.actor.role in OFFICE_ROLES
    return redirect("pathways:catalogue" if is_office else "feed:home")

"""Students as their university sees them."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.common.spreadsheets import xlsx_response
from employment.students.exports import student_table
from employment.students.filters import StudentFilterForm
from employment.students.models import StudentProfile
from employment.students.panels import panels_for
from employment.students.sections import SECTIONS
from employment.students.selectors import student_list
from employment.students.services.enrolment import decide_enrolment
from employment.students.strength import strength_of

STAFF = (Role.COUNSELLOR, Role.CAREER_OFFICE, Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN)
OFFICE = (Role.CAREER_OFFICE, Role.UNIVERSITY_ADMIN)
PAGE_SIZE = 30


def strengths(page: Iterable[StudentProfile]) -> list[tuple[StudentProfile, int]]:
    return [(student, strength_of(student).percent) for student in page]


@require_GET
@roles_required(*STAFF)
def students(request: ActorRequest) -> HttpResponse:
    form = StudentFilterForm(request.GET or None, actor=request.actor)
    rows = student_list(request.actor, form.wanted())
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    template = "students/list.html#results" if request.htmx else "students/list.html"
    context = {
        "form": form,
        "page": page,
        "rows": strengths(page),
        "may_import": request.actor.role in OFFICE,
    }
    return render(request, template, context)


@require_GET
@roles_required(*STAFF)
def export(request: ActorRequest) -> HttpResponse:
    """The filtered list as a workbook; reading it is written to the audit log."""
    form = StudentFilterForm(request.GET or None, actor=request.actor)
    rows = student_list(request.actor, form.wanted())
    return xlsx_response(student_table(rows, actor=request.actor), name=_("Students"))


@require_GET
@roles_required(*STAFF)
def student(request: ActorRequest, student_id: int) -> HttpResponse:
    rows = StudentProfile.objects.visible_to(request.actor).with_profile()
    student = get_object_or_404(rows, pk=student_id)
    context = {
        "student": student,
        "strength": strength_of(student),
        "sections": [(section, section.rows_of(student)) for section in SECTIONS.values()],
        "panels": panels_for(student, request.actor),
        "may_decide": request.actor.role in OFFICE and student.enrolment != "confirmed",
    }
    return render(request, "students/detail.html", context)


@require_POST
@roles_required(*OFFICE)
def decide(request: ActorRequest, student_id: int) -> HttpResponse:
    """Confirm that a self-registered student is ours, or refuse."""
    student = get_object_or_404(StudentProfile.objects.visible_to(request.actor), pk=student_id)
    try:
        confirmed = request.POST.get("decision") == "confirm"
        decide_enrolment(student=student, confirmed=confirmed, actor=request.actor)
        messages.success(request, _("Saved."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("students:detail", student.pk)

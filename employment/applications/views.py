import re
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.accounts.http import ActorRequest, roles_required
from employment.applications import presenters, selectors
from employment.applications.enums import ApplicationState
from employment.applications.exports import application_table
from employment.applications.forms import ApplyForm, StepForm
from employment.applications.models import Application, ApplicationAttachment
from employment.applications.rules import open_actions
from employment.applications.services import apply, move_application
from employment.common.errors import DomainError
from employment.common.spreadsheets import xlsx_response
from employment.postings.models import Posting
from employment.students.models import StudentProfile

READERS = (Role.STUDENT, Role.RECRUITER, Role.PLATFORM_ADMIN, *UNIVERSITY_STAFF)
PAGE_SIZE = 20


@require_GET
@roles_required(*READERS)
def application_list(request: ActorRequest) -> HttpResponse:
    """A student's applications, or those on an employer's postings, by state."""
    wanted = wanted_rows(request)
    rows = selectors.application_list(request.actor, **wanted)
    counts = selectors.state_counts(request.actor, posting_id=wanted["posting_id"])
    state = wanted["state"]
    context = {
        "page": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page")),
        "text": wanted["text"],
        "state": state,
        "tabs": presenters.state_tabs(counts, request.GET, current=state),
        "is_student": request.actor.role == Role.STUDENT,
        "any": sum(counts.values()),
    }
    return render(request, "applications/list.html", context)


def wanted_rows(request: ActorRequest) -> dict[str, Any]:
    posting = request.GET.get("posting", "")
    return {
        "state": request.GET.get("state", ""),
        "posting_id": int(posting) if re.fullmatch(r"[0-9]{1,9}", posting) else None,
        "text": request.GET.get("q", "").replace("\0", "").strip()[:60],
    }


@require_GET
@roles_required(Role.RECRUITER, Role.PLATFORM_ADMIN, *UNIVERSITY_STAFF)
def export(request: ActorRequest) -> HttpResponse:
    """The list as filtered, as a workbook; taking it is written to the audit log."""
    rows = selectors.application_list(request.actor, **wanted_rows(request))
    return xlsx_response(application_table(rows, actor=request.actor), name=_("Applications"))


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def apply_for(request: ActorRequest, posting_id: int) -> HttpResponse:
    student = get_object_or_404(StudentProfile.objects.visible_to(request.actor))
    rows = Posting.objects.visible_to(request.actor).with_list_data()
    posting = get_object_or_404(rows, pk=posting_id)
    form = ApplyForm(request.POST or None, student=student)
    if request.method == "POST" and form.is_valid():
        try:
            application = apply(
                student=student, posting=posting, today=timezone.localdate(), **form.cleaned_data
            )
        except DomainError as error:
            messages.error(request, str(error))
            return redirect("applications:list")
        messages.success(request, _("Your application has been sent."))
        return redirect("applications:detail", application.pk)
    return render(request, "applications/apply.html", {"posting": posting, "form": form})


@require_GET
@roles_required(*READERS)
def application_detail(request: ActorRequest, application_id: int) -> HttpResponse:
    rows = Application.objects.visible_to(request.actor).with_list_data()
    application = get_object_or_404(rows, pk=application_id)
    context = {
        "application": application,
        "student": application.student,
        "is_student": request.actor.role == Role.STUDENT,
        "attachments": _attachments(request, application),
        "steps": presenters.step_events(application.state_changes.select_related("actor")),
        "match": application.student.matches.filter(posting=application.posting_id).first(),
        **presenters.split_actions(
            open_actions(request.actor, ApplicationState(application.state))
        ),
    }
    return render(request, "applications/detail.html", context)


def _attachments(request: ActorRequest, application: Application) -> list[ApplicationAttachment]:
    """For the two sides alone; staff do not read what was sent."""
    if request.actor.role not in {Role.STUDENT, Role.RECRUITER}:
        return []
    return list(application.attachments.defer("content"))


@require_GET
@roles_required(Role.STUDENT, Role.RECRUITER)
def attachment(request: ActorRequest, application_id: int, attachment_id: int) -> HttpResponse:
    rows = Application.objects.visible_to(request.actor)
    application = get_object_or_404(rows, pk=application_id)
    file = get_object_or_404(application.attachments, pk=attachment_id)
    response = HttpResponse(bytes(file.content), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, file.name) or ""
    return response


@require_POST
@roles_required(Role.STUDENT, Role.RECRUITER)
def move(request: ActorRequest, application_id: int) -> HttpResponse:
    rows = Application.objects.visible_to(request.actor)
    application = get_object_or_404(rows, pk=application_id)
    form = StepForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest()
    try:
        move_application(
            application=application,
            action=form.chosen(),
            actor=request.actor,
            note=form.cleaned_data["note"],
        )
        messages.success(request, _("Saved."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("applications:detail", application.pk)

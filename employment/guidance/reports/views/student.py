"""A student's report: make it, read it, compare it, take it along, share it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.common.jobs import request_cancel
from employment.guidance.reports.forms import ShareForm
from employment.guidance.reports.models import Order, Report, ShareLink
from employment.guidance.reports.presenters import compared
from employment.guidance.reports.printing import report_pdf
from employment.guidance.reports.rules.compare import compare
from employment.guidance.reports.selectors import pages
from employment.guidance.reports.services import sharing
from employment.guidance.reports.services.making import delete_report
from employment.guidance.reports.services.orders import order_report
from employment.guidance.rewording.services import may_reword
from employment.students.models import StudentProfile

READERS = (Role.STUDENT, Role.PLATFORM_ADMIN, *sorted(UNIVERSITY_STAFF))


def own_student(request: ActorRequest) -> StudentProfile:
    return get_object_or_404(StudentProfile.objects.visible_to(request.actor))


def visible_report(request: ActorRequest, report_id: int) -> Report:
    """One that the actor may read; staff leave a trace."""
    rows = Report.objects.visible_to(request.actor).select_related("student__user")
    return get_object_or_404(rows, pk=report_id)


def note_staff(request: ActorRequest, report: Report, how: str) -> None:
    if request.actor.role != Role.STUDENT:
        sharing.note_read(report=report, actor=request.actor, how=how)


@require_GET
@roles_required(Role.STUDENT)
def latest(request: ActorRequest) -> HttpResponse:
    """The newest report, or how to get one."""
    student = own_student(request)
    report = pages.latest_report(student)
    if report:
        return redirect("reports:report", report.pk)
    return render(request, "reports/first.html", {"order": pages.open_order(student)})


@require_POST
@roles_required(Role.STUDENT)
def make(request: ActorRequest) -> HttpResponse:
    order_report(student=own_student(request))
    return redirect("reports:latest")


@require_GET
@roles_required(Role.STUDENT)
def progress(request: ActorRequest, order_id: int) -> HttpResponse:
    orders = Order.objects.visible_to(request.actor).select_related("job")
    order = get_object_or_404(orders, pk=order_id)
    response = render(request, "reports/_progress.html", {"order": order})
    if order.job.finished_at:
        response["HX-Redirect"] = pages.after_order(order)
    return response


@require_POST
@roles_required(Role.STUDENT)
def cancel(request: ActorRequest, order_id: int) -> HttpResponse:
    orders = Order.objects.visible_to(request.actor).select_related("job")
    request_cancel(job=get_object_or_404(orders, pk=order_id).job)
    return redirect("reports:latest")


@require_GET
@roles_required(*READERS)
def report(request: ActorRequest, report_id: int) -> HttpResponse:
    found = visible_report(request, report_id)
    note_staff(request, found, "page")
    context = pages.page_of(found, request.actor)
    context |= {"form": ShareForm(), "may_reword": context["is_own"] and may_reword(request.user)}
    return render(request, "reports/report.html", context)


@require_GET
@roles_required(*READERS)
def pdf(request: ActorRequest, report_id: int) -> HttpResponse:
    found = visible_report(request, report_id)
    note_staff(request, found, "pdf")
    return pdf_response(report_pdf(pages.document_for(found, request.actor)), found.version)


def pdf_response(content: bytes, version: int) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    name = f"{slugify('guidance report')}-v{version}.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_GET
@roles_required(*READERS)
def comparison(request: ActorRequest, report_id: int) -> HttpResponse:
    """With the version before, or an older one by ``?with=``."""
    found = visible_report(request, report_id)
    wanted = request.GET.get("with", "")
    older = Report.objects.filter(student=found.student_id, version__lt=found.version)
    before = older.filter(version=int(wanted)).first() if wanted.isdecimal() else older.first()
    if before is None:
        raise Http404
    note_staff(request, found, "comparison")
    changes = compare(
        pages.content_for(before, request.actor), pages.content_for(found, request.actor)
    )
    context = {"report": found, "before": before, "changes": compared(changes)}
    context |= {"older": older.defer("content"), "is_own": request.actor.role == Role.STUDENT}
    return render(request, "reports/comparison.html", context)


@require_POST
@roles_required(Role.STUDENT)
def delete(request: ActorRequest, report_id: int) -> HttpResponse:
    delete_report(report=visible_report(request, report_id))
    messages.success(request, _("This version and its links are deleted."))
    return redirect("reports:latest")


@require_POST
@roles_required(Role.STUDENT)
def share(request: ActorRequest, report_id: int) -> HttpResponse:
    """Answers with the link itself: it cannot be shown again."""
    found = visible_report(request, report_id)
    form = ShareForm(request.POST)
    try:
        if not form.is_valid():
            messages.error(request, _("Choose how long the link is to work."))
            return redirect("reports:report", found.pk)
        made = sharing.share_report(report=found, **form.cleaned_data)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("reports:report", found.pk)
    url = request.build_absolute_uri(pages.shared_path(made.token))
    return render(request, "reports/link.html", {"report": found, "link": made.link, "url": url})


@require_POST
@roles_required(Role.STUDENT)
def revoke(request: ActorRequest, link_id: int) -> HttpResponse:
    reports = Report.objects.visible_to(request.actor)
    link = get_object_or_404(ShareLink, pk=link_id, report__in=reports)
    sharing.revoke_link(link=link)
    messages.success(request, _("The link leads nowhere now."))
    return redirect("reports:report", link.report_id)


@require_POST
@roles_required(Role.STUDENT)
def staff_share(request: ActorRequest) -> HttpResponse:
    sharing.share_with_staff(student=own_student(request), shared="share" in request.POST)
    return redirect("reports:latest")

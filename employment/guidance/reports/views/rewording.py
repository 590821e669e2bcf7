"""Another wording of one sentence: the proposal as a difference, then keep it or not."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.reports.forms import KeepForm, RewordForm
from employment.guidance.reports.models import Report
from employment.guidance.reports.presenters import language
from employment.guidance.reports.selectors import pages
from employment.guidance.reports.services import rewording


@require_POST
@roles_required(Role.STUDENT)
def propose(request: ActorRequest, report_id: int) -> HttpResponse:
    report = own_report(request, report_id)
    line = pages.document_for(report, request.actor).line(claim_of(request))
    if line is None:
        raise Http404
    evidence = [proof.text for proof in line.proofs]
    try:
        proposal = rewording.propose(user=request.user, text=line.own, evidence=evidence)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("reports:report", report.pk)
    sealed = rewording.seal(report=report, claim=line.key, language=language(), proposal=proposal)
    context = {"report": report, "line": line, "proposal": proposal, "sealed": sealed}
    return render(request, "reports/reword.html", context)


@require_POST
@roles_required(Role.STUDENT)
def keep(request: ActorRequest, report_id: int) -> HttpResponse:
    report = own_report(request, report_id)
    form = KeepForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        rewording.keep(report=report, sealed=form.cleaned_data["sealed"])
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("reports:report", report.pk)


@require_POST
@roles_required(Role.STUDENT)
def drop(request: ActorRequest, report_id: int) -> HttpResponse:
    report = own_report(request, report_id)
    rewording.drop(report=report, claim=claim_of(request), language=language())
    return redirect("reports:report", report.pk)


def own_report(request: ActorRequest, report_id: int) -> Report:
    rows = Report.objects.visible_to(request.actor).select_related("student__user")
    return get_object_or_404(rows, pk=report_id)


def claim_of(request: ActorRequest) -> str:
    form = RewordForm(request.POST)
    return str(form.cleaned_data["claim"]) if form.is_valid() else ""

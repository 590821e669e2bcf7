"""The fairness audit: for a university's admin over the own students, for the platform over all."""

import csv

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.spreadsheets import safe_cell, xlsx_response
from employment.insights import fairness_page
from employment.insights.models import FairnessAudit
from employment.insights.services.fairness import note_read, start_audit

READERS = (Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN)
EARLIER = 12


@require_GET
@roles_required(*READERS)
def audit_page(request: ActorRequest) -> HttpResponse:
    """The newest audit, or an earlier one by ``?audit=``."""
    audits = FairnessAudit.objects.visible_to(request.actor)
    chosen = request.GET.get("audit", "")
    finished = audits.finished()
    audit = get_object_or_404(finished, pk=chosen) if chosen.isdigit() else finished.first()
    context = {
        "current": audits.filter(job__finished_at__isnull=True).select_related("job").first(),
        "audit": audit,
        "earlier": list(finished[:EARLIER]),
        "everything": "everything" in request.GET,
        "model": fairness_page.model_facts(audit),
    }
    if audit:
        note_read(audit=audit, actor=request.actor, how="page")
        context |= fairness_page.audit_context(audit)
    return render(request, "insights/fairness.html", context)


@require_POST
@roles_required(*READERS)
def ask_audit(request: ActorRequest) -> HttpResponse:
    start_audit(actor=request.actor)
    return redirect("insights:fairness")


@require_GET
@roles_required(*READERS)
def audit_progress(request: ActorRequest, audit_id: int) -> HttpResponse:
    audits = FairnessAudit.objects.visible_to(request.actor).select_related("job")
    audit = get_object_or_404(audits, pk=audit_id)
    response = render(request, "insights/fairness.html#progress", {"current": audit})
    if audit.job.finished_at:
        response["HX-Refresh"] = "true"
    return response


@require_GET
@roles_required(*READERS)
def audit_csv(request: ActorRequest, audit_id: int) -> HttpResponse:
    audit = read_audit(request, audit_id, "csv")
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="fairness-{audit.pk}.csv"'
    rows = fairness_page.audit_sheet(audit)
    csv.writer(response).writerows([safe_cell(value) for value in row] for row in rows)
    return response


@require_GET
@roles_required(*READERS)
def audit_xlsx(request: ActorRequest, audit_id: int) -> HttpResponse:
    audit = read_audit(request, audit_id, "xlsx")
    return xlsx_response(fairness_page.audit_sheet(audit), name=f"fairness-{audit.pk}")


def read_audit(request: ActorRequest, audit_id: int, how: str) -> FairnessAudit:
    finished = FairnessAudit.objects.visible_to(request.actor).finished()
    audit = get_object_or_404(finished, pk=audit_id)
    note_read(audit=audit, actor=request.actor, how=how)
    return audit

"""Reports for a college or a cohort: ordered by staff, made by workers, read where allowed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import UNIVERSITY_STAFF
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.common.jobs import request_cancel
from employment.guidance.reports.forms import BatchForm
from employment.guidance.reports.models import Order
from employment.guidance.reports.services.orders import is_silent, order_batch, resume_order

SHOWN = 20
STAFF = tuple(sorted(UNIVERSITY_STAFF))


@require_http_methods(["GET", "POST"])
@roles_required(*STAFF)
def batches(request: ActorRequest) -> HttpResponse:
    form = BatchForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            order_batch(actor=request.actor, **form.cleaned_data)
            return redirect("reports:batches")
        except DomainError as error:
            messages.error(request, str(error))
    rows = Order.objects.visible_to(request.actor).select_related("job", "college")
    rows = rows.defer("students")[:SHOWN]
    context = {"form": form, "orders": [(row, is_silent(row.job)) for row in rows]}
    return render(request, "reports/batches.html", context)


@require_GET
@roles_required(*STAFF)
def batch_progress(request: ActorRequest, order_id: int) -> HttpResponse:
    return render(request, "reports/_batch.html", {"order": batch(request, order_id)})


@require_POST
@roles_required(*STAFF)
def batch_cancel(request: ActorRequest, order_id: int) -> HttpResponse:
    request_cancel(job=batch(request, order_id).job)
    return redirect("reports:batches")


@require_POST
@roles_required(*STAFF)
def batch_resume(request: ActorRequest, order_id: int) -> HttpResponse:
    try:
        resume_order(order=batch(request, order_id))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("reports:batches")


def batch(request: ActorRequest, order_id: int) -> Order:
    rows = Order.objects.visible_to(request.actor).select_related("job").defer("students")
    return get_object_or_404(rows, pk=order_id)

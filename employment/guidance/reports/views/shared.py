"""A report for whoever holds a link. No account, no name unless the student gave it along."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from employment.guidance.reports.models import ShareLink
from employment.guidance.reports.printing import report_pdf
from employment.guidance.reports.selectors import pages
from employment.guidance.reports.services.sharing import open_link
from employment.guidance.reports.views.student import pdf_response


@login_not_required
@never_cache
@require_GET
def shared(request: HttpRequest, token: str) -> HttpResponse:
    link = live_link(token)
    context = {"link": link, "document": pages.shared_document(link), "token": token}
    return unlisted(render(request, "reports/shared.html", context))


@login_not_required
@never_cache
@require_GET
def shared_pdf(_request: HttpRequest, token: str) -> HttpResponse:
    link = live_link(token)
    return unlisted(pdf_response(report_pdf(pages.shared_document(link)), link.report.version))


def live_link(token: str) -> ShareLink:
    link = open_link(token=token)
    if link is None:
        raise Http404
    return link


def unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response

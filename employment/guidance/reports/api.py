"""Reports by API: the versions, the newest one in sentences, a new one, the PDF."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import Role
from employment.guidance.reports.models import Report
from employment.guidance.reports.printing import report_pdf
from employment.guidance.reports.selectors import pages
from employment.guidance.reports.serializers import (
    ReportDetailSerializer,
    ReportOrderSerializer,
    ReportSummarySerializer,
)
from employment.guidance.reports.services.orders import order_report
from employment.students.models import StudentProfile


class PdfRenderer(BaseRenderer):
    media_type = "application/pdf"
    format = "pdf"


class ReportView(ActorView):
    roles = frozenset({Role.STUDENT})

    @property
    def student(self) -> StudentProfile:
        return get_object_or_404(StudentProfile.objects.visible_to(self.actor))


class ReportListView(ReportView):
    @extend_schema(responses=ReportSummarySerializer(many=True))
    def get(self, request: Request) -> Response:
        """The versions, newest first."""
        rows = Report.objects.filter(student=self.student).defer("content")
        return Response(ReportSummarySerializer(rows, many=True).data)

    @extend_schema(request=None, responses={202: ReportOrderSerializer})
    def post(self, request: Request) -> Response:
        """Ask for a new report. While one is waited for, asking again changes nothing; where
        nothing has changed no version is added."""
        order = order_report(student=self.student)
        return Response(ReportOrderSerializer(order).data, status=status.HTTP_202_ACCEPTED)


class LatestReportView(ReportView):
    @extend_schema(responses=ReportDetailSerializer)
    def get(self, request: Request) -> Response:
        """The newest report, with the evidence of each sentence."""
        report = pages.latest_report(self.student)
        if report is None:
            raise Http404
        report.chapters = pages.document_for(report, self.actor).chapters  # type: ignore[attr-defined]
        return Response(ReportDetailSerializer(report).data)


class ReportPdfView(ReportView):
    renderer_classes = (JSONRenderer, PdfRenderer)

    @extend_schema(responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: int) -> HttpResponse:
        rows = Report.objects.visible_to(self.actor).select_related("student__user")
        report = get_object_or_404(rows, pk=pk)
        content = report_pdf(pages.document_for(report, self.actor))
        return HttpResponse(content, content_type="application/pdf")

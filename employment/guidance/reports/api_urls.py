from django.urls import path

from employment.guidance.reports import api

app_name = "reports-api"

urlpatterns = [
    path("reports/", api.ReportListView.as_view(), name="list"),
    path("reports/latest/", api.LatestReportView.as_view(), name="latest"),
    path("reports/<int:pk>/pdf/", api.ReportPdfView.as_view(), name="pdf"),
]

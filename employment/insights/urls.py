from django.urls import path

from employment.insights.views import dashboard, fairness

app_name = "insights"

urlpatterns = [
    path("", dashboard.dashboard, name="dashboard"),
    path("charts/<slug:name>.json", dashboard.chart_data, name="chart"),
    path("charts/<slug:name>.xlsx", dashboard.chart_export, name="export"),
    path("fairness/", fairness.audit_page, name="fairness"),
    path("fairness/run/", fairness.ask_audit, name="fairness_run"),
    path("fairness/<int:audit_id>/progress/", fairness.audit_progress, name="fairness_progress"),
    path("fairness/<int:audit_id>.csv", fairness.audit_csv, name="fairness_csv"),
    path("fairness/<int:audit_id>.xlsx", fairness.audit_xlsx, name="fairness_xlsx"),
]

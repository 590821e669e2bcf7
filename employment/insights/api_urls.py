from django.urls import path

from employment.insights import api

app_name = "insights-api"
urlpatterns = [
    path("fairness/", api.FairnessAuditListView.as_view(), name="fairness"),
    path("fairness/<int:pk>/", api.FairnessAuditDetailView.as_view(), name="fairness-audit"),
]

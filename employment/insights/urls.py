from django.urls import path

from employment.insights import views

app_name = "insights"

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("charts/<slug:name>.json", views.chart_data, name="chart"),
    path("charts/<slug:name>.xlsx", views.chart_export, name="export"),
]

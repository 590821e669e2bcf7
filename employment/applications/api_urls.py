from django.urls import path

from employment.applications import api

app_name = "applications-api"
urlpatterns = [
    path("applications/", api.ApplicationListView.as_view(), name="list"),
    path("applications/<int:pk>/", api.ApplicationDetailView.as_view(), name="detail"),
    path("applications/<int:pk>/state/", api.ApplicationStateView.as_view(), name="state"),
]

from django.urls import path

from employment.guidance.scenarios import api

app_name = "scenarios-api"

urlpatterns = [
    path("scenarios/", api.ScenarioListView.as_view(), name="list"),
    path("scenarios/runs/", api.RunListView.as_view(), name="runs"),
    path("scenarios/runs/<int:pk>/", api.RunView.as_view(), name="run"),
]

from django.urls import path

from employment.guidance.pathways import api

app_name = "pathways-api"

urlpatterns = [
    path("pathways/reachable/", api.ReachableView.as_view(), name="reachable"),
    path("pathways/occupations/<slug:code>/fit/", api.FitView.as_view(), name="fit"),
    path("pathways/occupations/<slug:code>/courses/", api.CoverView.as_view(), name="cover"),
]

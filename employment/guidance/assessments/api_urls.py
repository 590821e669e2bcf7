from django.urls import path

from employment.guidance.assessments import api

app_name = "assessments-api"

urlpatterns = [
    path("assessments/", api.InstrumentListView.as_view(), name="list"),
    path("assessments/results/", api.ResultListView.as_view(), name="results"),
    path("assessments/sittings/", api.SittingListView.as_view(), name="sittings"),
    path("assessments/sittings/<int:pk>/", api.SittingView.as_view(), name="sitting"),
    path("assessments/sittings/<int:pk>/finish/", api.FinishView.as_view(), name="finish"),
]

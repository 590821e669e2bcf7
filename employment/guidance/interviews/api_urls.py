from django.urls import path

from employment.guidance.interviews import api

app_name = "interviews-api"

urlpatterns = [
    path("interviews/", api.InterviewListView.as_view(), name="list"),
    path("interviews/<int:pk>/", api.InterviewView.as_view(), name="detail"),
]

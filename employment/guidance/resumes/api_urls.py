from django.urls import path

from employment.guidance.resumes import api

app_name = "resumes-api"

urlpatterns = [
    path("resumes/", api.ResumeListView.as_view(), name="list"),
    path("resumes/<int:pk>/", api.ResumeDetailView.as_view(), name="detail"),
    path("resumes/<int:pk>/versions/", api.ResumeVersionListView.as_view(), name="versions"),
    path("resumes/<int:pk>/judgement/", api.ResumeVerdictView.as_view(), name="judgement"),
    path("resumes/<int:pk>/pdf/", api.ResumePdfView.as_view(), name="pdf"),
    path("resumes/<int:pk>/docx/", api.ResumeDocxView.as_view(), name="docx"),
]

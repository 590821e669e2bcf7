from django.urls import path

from employment.imports import views

app_name = "imports"

urlpatterns = [
    path("", views.import_list, name="list"),
    path("new/", views.upload_file, name="upload"),
    path("<int:upload_id>/columns/", views.columns, name="columns"),
    path("<int:upload_id>/", views.result, name="result"),
    path("<int:upload_id>/progress/", views.progress, name="progress"),
    path("<int:upload_id>/issues.xlsx", views.issues_file, name="issues"),
    path("<int:upload_id>/cancel/", views.cancel, name="cancel"),
    path("<int:upload_id>/repeat/", views.repeat, name="repeat"),
]

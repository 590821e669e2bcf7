from django.urls import path

from employment.applications import views

app_name = "applications"

urlpatterns = [
    path("", views.application_list, name="list"),
    path("export.xlsx", views.export, name="export"),
    path("new/<int:posting_id>/", views.apply_for, name="apply"),
    path("<int:application_id>/", views.application_detail, name="detail"),
    path(
        "<int:application_id>/attachments/<int:attachment_id>/", views.attachment, name="attachment"
    ),
    path("<int:application_id>/move/", views.move, name="move"),
]

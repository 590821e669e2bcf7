from django.urls import path, re_path

from employment.privacy import views

app_name = "privacy"

urlpatterns = [
    path("", views.consents, name="consents"),
    re_path(
        r"^consents/(?P<purpose>matching|employers|statistics|messages)/$",
        views.change_consent,
        name="change_consent",
    ),
    path("export/", views.export, name="export"),
    path("erase/", views.erase, name="erase"),
    path("algorithm/", views.algorithm, name="algorithm"),
]

from django.urls import path, re_path

from employment.privacy import views
from employment.privacy.enums import Purpose

app_name = "privacy"

urlpatterns = [
    path("", views.consents, name="consents"),
    re_path(
        rf"^consents/(?P<purpose>{'|'.join(Purpose.values)})/$",
        views.change_consent,
        name="change_consent",
    ),
    path("export/", views.export, name="export"),
    path("erase/", views.erase, name="erase"),
    path("algorithm/", views.algorithm, name="algorithm"),
]

from django.urls import path

from employment.students.views import profile, staff

app_name = "students"

urlpatterns = [
    path("", staff.students, name="list"),
    path("export.xlsx", staff.export, name="export"),
    path("<int:student_id>/", staff.student, name="detail"),
    path("<int:student_id>/enrolment/", staff.decide, name="decide"),
    path("start/", profile.start, name="start"),
    path("me/", profile.profile, name="profile"),
    path("me/basics/", profile.edit_basics, name="basics"),
    path("me/intention/", profile.edit_wishes, name="intention"),
    path("me/<slug:name>/new/", profile.edit_record, name="add_record"),
    path("me/<slug:name>/<int:record_id>/", profile.edit_record, name="edit_record"),
    path("me/<slug:name>/<int:record_id>/delete/", profile.remove_record, name="delete_record"),
]

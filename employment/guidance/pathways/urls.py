from django.urls import path

from employment.guidance.pathways.views import staff, student, ways

app_name = "pathways"

urlpatterns = [
    path("", student.overview, name="overview"),
    path("compare/", student.compare, name="compare"),
    path("directions/", student.directions, name="directions"),
    path("further-study/", ways.study, name="study"),
    path("further-study/<slug:path>/calendar.ics", ways.study_calendar, name="calendar"),
    path("occupations/<slug:code>/", student.occupation, name="occupation"),
    path("occupations/<slug:code>/choose/", student.choose, name="choose"),
    path("occupations/<slug:code>/drop/", student.drop, name="drop"),
    path("occupations/<slug:code>/transfer/", student.transfer, name="transfer"),
    path("occupations/<slug:code>/courses/", ways.courses, name="courses"),
    path("occupations/<slug:code>/internships/", ways.internships, name="internships"),
    path("occupations/<slug:code>/regions/", ways.regions, name="regions"),
    path("courses/", staff.catalogue, name="catalogue"),
    path("courses/new/", staff.edit_course, name="new_course"),
    path("courses/upload/", staff.upload, name="upload"),
    path("courses/<int:course_id>/", staff.edit_course, name="edit_course"),
    path("courses/<int:course_id>/delete/", staff.remove_course, name="remove_course"),
    path("demand/refresh/", staff.refresh, name="refresh"),
]

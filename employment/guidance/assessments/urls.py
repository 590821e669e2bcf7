from django.urls import path

from employment.guidance.assessments.views import results, student

app_name = "assessments"

urlpatterns = [
    path("", student.catalogue, name="catalogue"),
    path("data/", student.data, name="data"),
    path("quality/", results.quality, name="quality"),
    path("sittings/<int:sitting_id>/", student.take, name="take"),
    path("sittings/<int:sitting_id>/answer/", student.answer, name="answer"),
    path("sittings/<int:sitting_id>/finish/", student.finish, name="finish"),
    path("sittings/<int:sitting_id>/delete/", student.delete, name="delete"),
    path("results/<int:result_id>/", results.result, name="result"),
    path("results/<int:result_id>/share/", results.share, name="share"),
    path("<slug:code>/", student.intro, name="intro"),
    path("<slug:code>/start/", student.start, name="start"),
]

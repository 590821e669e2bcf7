from django.urls import path

from employment.guidance.scenarios.views import staff, student

app_name = "scenarios"

urlpatterns = [
    path("", student.catalogue, name="catalogue"),
    path("start/<slug:code>/", student.start, name="start"),
    path("runs/<int:run_id>/", student.play, name="play"),
    path("runs/<int:run_id>/step/", student.step, name="step"),
    path("runs/<int:run_id>/back/", student.back, name="back"),
    path("runs/<int:run_id>/debrief/", student.debriefing, name="debrief"),
    path("runs/<int:run_id>/share/", student.share, name="share"),
    path("runs/<int:run_id>/delete/", student.delete, name="delete"),
    path("offers/", staff.offers, name="offers"),
    path("offers/<slug:code>/", staff.offer, name="offer"),
]

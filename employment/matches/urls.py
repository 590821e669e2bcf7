from django.urls import path, re_path

from employment.matches.views import occupations, staff, student, weights

app_name = "matches"

occupation_routes = [
    path("occupations/", occupations.occupation_queue_page, name="occupations"),
    path("occupations/accept/", occupations.accept, name="occupations_accept"),
    path("occupations/<int:coding_id>/", occupations.correct, name="occupation"),
    path("occupations/<int:coding_id>/undo/", occupations.take_back, name="occupation_undo"),
    path("occupations/coder/refit/", occupations.refit_coder, name="coder_refit"),
    path("occupations/coder/back/", occupations.switch_coder_back, name="coder_back"),
]

urlpatterns = [
    path("", student.match_list, name="list"),
    path("<int:posting_id>/", student.match_detail, name="detail"),
    re_path(
        r"^(?P<posting_id>\d+)/(?P<kind>saved|not_interested|undo)/$",
        student.feedback,
        name="feedback",
    ),
    path("postings/<int:posting_id>/", staff.posting_matches, name="posting"),
    path("students/<int:student_id>/", staff.student_matches, name="student"),
    path("runs/", staff.runs, name="runs"),
    *occupation_routes,
    path("runs/<uuid:job_id>/progress/", staff.run_progress, name="run_progress"),
    path("runs/<uuid:job_id>/cancel/", staff.stop_run, name="run_cancel"),
    path("weights/", weights.weights_page, name="weights"),
    path("weights/refit/", weights.ask_refit, name="weights_refit"),
    path("weights/refit/<uuid:job_id>/", weights.refit_progress, name="weights_progress"),
    path("weights/<int:weights_id>/live/", weights.put_live, name="weights_live"),
]

from django.urls import path

from employment.guidance.interviews.views import reading, student

app_name = "interviews"

urlpatterns = [
    path("", student.attempts, name="list"),
    path("start/", student.start, name="start"),
    path("postings/<int:posting_id>/", student.prepare, name="prepare"),
    path("compare/", reading.compare, name="compare"),
    path("<int:attempt_id>/", student.practise, name="practise"),
    path("<int:attempt_id>/save/", student.save, name="save"),
    path("<int:attempt_id>/answer/", student.answer, name="answer"),
    path("<int:attempt_id>/finish/", student.finish, name="finish"),
    path("<int:attempt_id>/rate/", student.rate, name="rate"),
    path("<int:attempt_id>/feedback/", reading.feedback, name="feedback"),
    path("<int:attempt_id>/rubric/", reading.rubric, name="rubric"),
    path("<int:attempt_id>/share/", student.share, name="share"),
    path("<int:attempt_id>/delete/", student.delete, name="delete"),
    path("<int:attempt_id>/answers/<int:number>/follow-up/", student.follow_up, name="follow_up"),
]

from django.urls import path

from employment.guidance.plans.views import plan, staff, tasks

app_name = "plans"

urlpatterns = [
    path("", plan.overview, name="overview"),
    path("settings/", plan.settings, name="settings"),
    path("settings/feed/", plan.feed_address, name="feed_address"),
    path("plan.ics", plan.download, name="download"),
    path("feed/<str:token>.ics", plan.feed, name="feed"),
    path("milestones/<slug:code>/mark/", plan.mark, name="mark"),
    path("milestones/<slug:code>/task/", plan.take_milestone, name="take_milestone"),
    path("advice/<slug:code>/<slug:step>/", plan.advice, name="advice"),
    path("tasks/new/", tasks.new_task, name="new_task"),
    path("tasks/<int:task_id>/", tasks.task, name="task"),
    path("tasks/<int:task_id>/<slug:step>/", tasks.move, name="move"),
    path("goals/new/", tasks.new_goal, name="new_goal"),
    path("goals/<int:goal_id>/delete/", tasks.remove_goal, name="remove_goal"),
    path("students/<int:student_id>/", staff.student, name="student"),
    path("worked/", staff.worked, name="worked"),
]

from django.urls import path

from employment.guidance.plans import api

app_name = "plans-api"

urlpatterns = [
    path("plan/roadmap/", api.RoadmapView.as_view(), name="roadmap"),
    path("plan/advice/", api.AdviceView.as_view(), name="advice"),
    path("plan/tasks/", api.TaskListView.as_view(), name="tasks"),
    path("plan/tasks/<int:pk>/done/", api.TaskDoneView.as_view(), name="task_done"),
]

from django.urls import path

from employment.support import api

app_name = "support-api"

urlpatterns = [
    path("counselling/slots/", api.SlotListView.as_view(), name="slots"),
    path("counselling/appointments/", api.AppointmentListView.as_view(), name="appointments"),
    path("counselling/appointments/<int:pk>/step/", api.AppointmentStepView.as_view(), name="step"),
    path("counselling/tasks/", api.FollowUpListView.as_view(), name="tasks"),
]

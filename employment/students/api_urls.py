from django.urls import path

from employment.students import api

app_name = "students-api"
urlpatterns = [
    path("profile/", api.ProfileView.as_view(), name="profile"),
    path("profile/intention/", api.IntentionView.as_view(), name="intention"),
    path("students/", api.StudentListView.as_view(), name="list"),
    path("students/<int:pk>/", api.StudentDetailView.as_view(), name="detail"),
]
for section, (records, record) in api.RECORD_VIEWS.items():
    urlpatterns += [
        path(f"profile/{section}/", records.as_view(), name=section),
        path(f"profile/{section}/<int:pk>/", record.as_view(), name=f"{section}-entry"),
    ]

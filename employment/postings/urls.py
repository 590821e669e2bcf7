from django.urls import path

from employment.postings.views import editing, employers, management, search

app_name = "postings"
urlpatterns = [
    path("", search.posting_list, name="list"),
    path("suggest/", search.suggest, name="suggest"),
    path("new/", editing.posting_create, name="create"),
    path("own/", management.own_list, name="own"),
    path("own/employer/", employers.own_employer, name="own_employer"),
    path("manage/", management.manage, name="manage"),
    path("manage/bulk/", management.manage_bulk, name="manage_bulk"),
    path("manage/export/", management.manage_export, name="manage_export"),
    path("register/", employers.register, name="register"),
    path("employers/", employers.employer_list, name="employers"),
    path("employers/new/", employers.employer_create, name="employer_create"),
    path("employers/options/", employers.employer_options, name="employer_options"),
    path("employers/<int:pk>/", employers.employer_detail, name="employer"),
    path("employers/<int:pk>/edit/", employers.employer_edit, name="employer_edit"),
    path("employers/<int:pk>/verify/", employers.employer_verify, name="employer_verify"),
    path("<int:pk>/", search.posting_detail, name="detail"),
    path("<int:pk>/edit/", editing.posting_edit, name="edit"),
    path("<int:pk>/state/", editing.posting_change_state, name="change_state"),
    path("<int:pk>/requirements/", editing.requirements_edit, name="requirements"),
    path("<int:pk>/requirements/read/", editing.requirements_restore, name="read_again"),
]

from django.urls import path

from employment.postings import api

app_name = "postings-api"
urlpatterns = [
    path("postings/", api.PostingListView.as_view(), name="list"),
    path("postings/<int:pk>/", api.PostingDetailView.as_view(), name="detail"),
    path("postings/<int:pk>/state/", api.PostingStateView.as_view(), name="state"),
]

from django.urls import path

from employment.matches import api

app_name = "matches-api"
urlpatterns = [
    path("matches/", api.MatchListView.as_view(), name="list"),
    path("matches/<int:posting_id>/", api.MatchDetailView.as_view(), name="detail"),
    path("matches/<int:posting_id>/feedback/", api.FeedbackView.as_view(), name="feedback"),
    path("postings/<int:posting_id>/matches/", api.PostingMatchesView.as_view(), name="posting"),
]

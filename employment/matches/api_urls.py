from django.urls import path

from employment.matches import api, occupation_api

app_name = "matches-api"
urlpatterns = [
    path("occupation-codes/", occupation_api.CodingListView.as_view(), name="codes"),
    path(
        "occupation-codes/<int:coding_id>/correction/",
        occupation_api.CorrectionView.as_view(),
        name="correction",
    ),
    path("matches/", api.MatchListView.as_view(), name="list"),
    path("matches/<int:posting_id>/", api.MatchDetailView.as_view(), name="detail"),
    path("matches/<int:posting_id>/feedback/", api.FeedbackView.as_view(), name="feedback"),
    path("postings/<int:posting_id>/matches/", api.PostingMatchesView.as_view(), name="posting"),
]

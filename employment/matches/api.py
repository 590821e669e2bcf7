from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import generics, status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.matches import selectors
from employment.matches.enums import Band, DislikeReason, FeedbackKind
from employment.matches.forms import MatchFilterForm
from employment.matches.models import Match
from employment.matches.serializers import (
    CandidateSerializer,
    FeedbackSerializer,
    MatchDetailSerializer,
    MatchSerializer,
)
from employment.matches.services.feedback import give_feedback, take_feedback_back
from employment.postings.models import Posting
from employment.privacy.enums import Purpose
from employment.students.enums import JobType
from employment.students.models import StudentProfile

FILTERS = [
    OpenApiParameter("q", str, description="In the title or the employer's name."),
    OpenApiParameter("band", str, enum=Band.values),
    OpenApiParameter("region", str, description="Name of a place; a province holds its cities."),
    OpenApiParameter("kind", str, enum=JobType.values),
    OpenApiParameter("pay_min", int, description="Monthly pay in CNY."),
    OpenApiParameter("saved", bool),
    OpenApiParameter("sort", str, enum=["score", "pay", "deadline", "newest"]),
]


class StudentMatchView(ActorView):
    roles = frozenset({Role.STUDENT})

    def own_profile(self) -> StudentProfile:
        return get_object_or_404(StudentProfile.objects.visible_to(self.actor))

    def own_matches(self, wanted: selectors.MatchFilter) -> "QuerySet[Match]":
        today = timezone.localdate()
        return selectors.student_matches(self.own_profile(), wanted, today=today)


@extend_schema_view(get=extend_schema(parameters=FILTERS))
class MatchListView(StudentMatchView, generics.ListAPIView[Match]):
    """The student's own list, best first, with the page's filters."""

    queryset = Match.objects.none()
    serializer_class = MatchSerializer

    def get_queryset(self) -> "QuerySet[Match]":
        form = MatchFilterForm(self.request.GET)
        if not form.is_valid():
            raise ValidationError(form.errors.get_json_data())
        return self.own_matches(form.wanted())


class MatchDetailView(StudentMatchView):
    """Why a posting is in the list: the parts of the score and each requirement."""

    @extend_schema(responses=MatchDetailSerializer)
    def get(self, request: Request, posting_id: int) -> Response:
        rows = self.own_matches(selectors.MatchFilter())
        return Response(MatchDetailSerializer(get_object_or_404(rows, posting_id=posting_id)).data)


class FeedbackView(StudentMatchView):
    """Save a posting or say that it is not interesting; the last word counts."""

    def posting(self, posting_id: int) -> Posting:
        return get_object_or_404(Posting.objects.visible_to(self.actor), pk=posting_id)

    @extend_schema(request=FeedbackSerializer, responses=FeedbackSerializer)
    def post(self, request: Request, posting_id: int) -> Response:
        posting = self.posting(posting_id)
        form = FeedbackSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        reason = form.validated_data["reason"]
        said = give_feedback(
            student=self.own_profile(),
            posting=posting,
            kind=FeedbackKind(form.validated_data["kind"]),
            reason=DislikeReason(reason) if reason else None,
        )
        return Response(FeedbackSerializer(said).data)

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: Request, posting_id: int) -> Response:
        take_feedback_back(student=self.own_profile(), posting=self.posting(posting_id))
        return Response(status=status.HTTP_204_NO_CONTENT)


class PostingMatchesView(ActorView, generics.ListAPIView[Match]):
    """Students for whom the posting is in the list. Staff see their own, employers those who
    agreed, without names until they apply."""

    roles = UNIVERSITY_STAFF | {Role.RECRUITER, Role.PLATFORM_ADMIN}
    queryset = Match.objects.none()
    serializer_class = CandidateSerializer

    @property
    def is_employer(self) -> bool:
        return self.actor.role == Role.RECRUITER

    def get_queryset(self) -> "QuerySet[Match]":
        if getattr(self, "swagger_fake_view", False):  # the schema is read without a request
            return Match.objects.none()
        postings = Posting.objects.visible_to(self.actor)
        posting = get_object_or_404(postings, pk=self.kwargs["posting_id"])
        students = StudentProfile.objects.all()
        if self.is_employer:
            students = students.consenting(Purpose.EMPLOYERS)
        else:
            students = students.visible_to(self.actor)
        return selectors.posting_matches(posting, students)

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "anonymous": self.is_employer}

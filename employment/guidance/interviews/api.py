"""Practice interviews by API: start one, read it, answer question by question."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import Role
from employment.guidance.interviews.models import Attempt
from employment.guidance.interviews.serializers import (
    InterviewSerializer,
    InterviewStartSerializer,
    InterviewWordsSerializer,
)
from employment.guidance.interviews.services.attempts import close_answer, start_attempt
from employment.students.models import StudentProfile


class InterviewListView(ActorView):
    roles = frozenset({Role.STUDENT})

    @extend_schema(responses=InterviewSerializer(many=True))
    def get(self, request: Request) -> Response:
        rows = Attempt.objects.visible_to(self.actor).prefetch_related("answers")
        return Response(InterviewSerializer(rows, many=True).data)

    @extend_schema(
        operation_id="interviews_start",
        request=InterviewStartSerializer,
        responses={201: InterviewSerializer},
    )
    def post(self, request: Request) -> Response:
        form = InterviewStartSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        student = get_object_or_404(StudentProfile.objects.visible_to(self.actor))
        attempt = start_attempt(student=student, **form.validated_data)
        return Response(InterviewSerializer(attempt).data, status=status.HTTP_201_CREATED)


class InterviewView(ActorView):
    roles = frozenset({Role.STUDENT})

    @extend_schema(responses=InterviewSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return Response(InterviewSerializer(self._own(pk)).data)

    @extend_schema(
        operation_id="interviews_answer",
        request=InterviewWordsSerializer,
        responses=InterviewSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        """Answer the open question; without words it is skipped."""
        attempt = self._own(pk)
        form = InterviewWordsSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        close_answer(attempt=attempt, **form.validated_data)
        return Response(InterviewSerializer(self._own(pk)).data)

    def _own(self, pk: int) -> Attempt:
        return get_object_or_404(Attempt.objects.visible_to(self.actor), pk=pk)

"""Assessments by API: list, start or resume, answer, finish, results; consent is asked on pages."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import Role
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Result, Sitting
from employment.guidance.assessments.selectors.sittings import items_of
from employment.guidance.assessments.serializers import (
    AnswerItemSerializer,
    AssessmentResultSerializer,
    InstrumentSerializer,
    SittingSerializer,
    StartSittingSerializer,
)
from employment.guidance.assessments.services.sittings import (
    finish_sitting,
    save_answer,
    start_sitting,
)
from employment.students.models import StudentProfile


class AssessmentView(ActorView):
    roles = frozenset({Role.STUDENT})

    @property
    def student(self) -> StudentProfile:
        return get_object_or_404(StudentProfile.objects.visible_to(self.actor))

    def own_sitting(self, pk: int) -> Sitting:
        return get_object_or_404(Sitting, pk=pk, student=self.student)

    def answer(self, sitting: Sitting, *, code: int = status.HTTP_200_OK) -> Response:
        labels = [str(label) for label in instruments()[sitting.instrument].labels]
        given = dict(sitting.answers.values_list("item", "value"))
        sitting.questions = [  # type: ignore[attr-defined]
            {
                "code": item.code,
                "text": str(item.text),
                "answers": [str(option.text) for option in item.options] or labels,
                "value": given.get(item.code),
            }
            for item in items_of(sitting)
        ]
        return Response(SittingSerializer(sitting).data, status=code)


class InstrumentListView(AssessmentView):
    @extend_schema(responses=InstrumentSerializer(many=True))
    def get(self, request: Request) -> Response:
        """The assessments there are, with their sources and limits."""
        return Response(InstrumentSerializer(list(instruments().values()), many=True).data)


class SittingListView(AssessmentView):
    @extend_schema(request=StartSittingSerializer, responses={201: SittingSerializer})
    def post(self, request: Request) -> Response:
        """Start an assessment; an open sitting of it is returned as it stands."""
        form = StartSittingSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        given = form.validated_data
        sitting = start_sitting(
            student=self.student, code=given["instrument"], occupation=given["occupation"]
        )
        return self.answer(sitting, code=status.HTTP_201_CREATED)


class SittingView(AssessmentView):
    @extend_schema(responses=SittingSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return self.answer(self.own_sitting(pk))

    @extend_schema(
        operation_id="assessments_sittings_answer",
        request=AnswerItemSerializer,
        responses=SittingSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        """Answer one question; sent again it replaces the answer."""
        sitting = self.own_sitting(pk)
        form = AnswerItemSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        save_answer(sitting=sitting, **form.validated_data)
        return self.answer(sitting)


class FinishView(AssessmentView):
    @extend_schema(request=None, responses=AssessmentResultSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Score the answers; a second call gives the same result."""
        result = finish_sitting(sitting=self.own_sitting(pk))
        return Response(AssessmentResultSerializer(result).data)


class ResultListView(AssessmentView):
    @extend_schema(responses=AssessmentResultSerializer(many=True))
    def get(self, request: Request) -> Response:
        """One's own results, newest first."""
        rows = Result.objects.visible_to(self.actor)
        return Response(AssessmentResultSerializer(rows, many=True).data)

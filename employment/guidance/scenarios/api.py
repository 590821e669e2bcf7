"""Scenarios by API: the catalogue, and a run step by step."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import Role
from employment.guidance.scenarios import selectors
from employment.guidance.scenarios.library import scenarios
from employment.guidance.scenarios.models import Run
from employment.guidance.scenarios.rules.debrief import competencies_shown
from employment.guidance.scenarios.serializers import (
    RunSerializer,
    ScenarioSerializer,
    ScenarioStepSerializer,
    StartSerializer,
)
from employment.guidance.scenarios.services.runs import start_run, take_step
from employment.students.models import StudentProfile


class ScenarioView(ActorView):
    roles = frozenset({Role.STUDENT})

    @property
    def student(self) -> StudentProfile:
        return get_object_or_404(StudentProfile.objects.visible_to(self.actor))

    def own_run(self, pk: int) -> Run:
        return get_object_or_404(Run.objects.visible_to(self.actor), pk=pk)

    def answer(self, run: Run, *, code: int = status.HTTP_200_OK) -> Response:
        scenario = scenarios()[run.scenario]
        steps = selectors.taken_steps(run)
        run.scene = scenario.nodes[run.node]  # type: ignore[attr-defined]
        run.shown = competencies_shown(scenario, steps) if run.ended else []  # type: ignore[attr-defined]
        return Response(RunSerializer(run).data, status=code)


class ScenarioListView(ScenarioView):
    @extend_schema(responses=ScenarioSerializer(many=True))
    def get(self, request: Request) -> Response:
        """The scenarios that the student's university offers."""
        offered = selectors.offered_scenarios(self.student.university_id)
        return Response(ScenarioSerializer(offered, many=True).data)


class RunListView(ScenarioView):
    @extend_schema(
        operation_id="scenarios_runs_start",
        request=StartSerializer,
        responses={201: RunSerializer},
    )
    def post(self, request: Request) -> Response:
        """Start a scenario; an open run of it is returned as it stands."""
        form = StartSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        run = start_run(student=self.student, code=form.validated_data["scenario"])
        return self.answer(run, code=status.HTTP_201_CREATED)


class RunView(ScenarioView):
    @extend_schema(responses=RunSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return self.answer(self.own_run(pk))

    @extend_schema(
        operation_id="scenarios_runs_step",
        request=ScenarioStepSerializer,
        responses=RunSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        """Answer the scene where the run stands; the same answer twice changes nothing."""
        run = self.own_run(pk)
        form = ScenarioStepSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        return self.answer(take_step(run=run, **form.validated_data))

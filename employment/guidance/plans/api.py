"""The plan by API: roadmap, advice, and tasks."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import Role
from employment.guidance.plans.models import Task
from employment.guidance.plans.selectors import plan
from employment.guidance.plans.serializers import (
    AdviceSerializer,
    PlanStepSerializer,
    PlanTaskSerializer,
)
from employment.guidance.plans.services.advice import give_advice
from employment.guidance.plans.services.tasks import add_task, finish_task, reopen_task
from employment.students.models import StudentProfile


class PlanView(ActorView):
    roles = frozenset({Role.STUDENT})

    @property
    def student(self) -> StudentProfile:
        return get_object_or_404(StudentProfile.objects.visible_to(self.actor).with_profile())


class RoadmapView(PlanView):
    @extend_schema(responses=PlanStepSerializer(many=True))
    def get(self, request: Request) -> Response:
        """The milestones by date; empty without degree or graduation year."""
        student, today = self.student, timezone.localdate()
        course = plan.course_for(student, plan.settings_of(student))
        steps = plan.roadmap(student, course, today=today)
        return Response(PlanStepSerializer(steps, many=True).data)


class AdviceView(PlanView):
    @extend_schema(responses=AdviceSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Every module's verdict, most urgent first."""
        cards = give_advice(student=self.student, today=timezone.localdate())
        return Response(AdviceSerializer(cards, many=True).data)


class TaskListView(PlanView):
    @extend_schema(responses=PlanTaskSerializer(many=True))
    def get(self, request: Request) -> Response:
        return Response(PlanTaskSerializer(plan.tasks_of(self.student), many=True).data)

    @extend_schema(request=PlanTaskSerializer, responses={201: PlanTaskSerializer})
    def post(self, request: Request) -> Response:
        form = PlanTaskSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        task = add_task(student=self.student, **form.validated_data)
        return Response(PlanTaskSerializer(task).data, status=status.HTTP_201_CREATED)


class TaskDoneView(PlanView):
    def own_task(self, pk: int) -> Task:
        return get_object_or_404(Task.objects.visible_to(self.actor), pk=pk)

    @extend_schema(request=None, responses=PlanTaskSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Done; twice is once."""
        finish_task(task=self.own_task(pk))
        return Response(PlanTaskSerializer(self.own_task(pk)).data)

    @extend_schema(request=None, responses=PlanTaskSerializer)
    def delete(self, request: Request, pk: int) -> Response:
        """Not done after all."""
        reopen_task(task=self.own_task(pk))
        return Response(PlanTaskSerializer(self.own_task(pk)).data)

"""Counselling by API: times, appointments and their steps, tasks."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import generics, status
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import Role
from employment.common.errors import NotAllowedError
from employment.students.models import StudentProfile
from employment.support.enums import COUNSELLING_ROLES, AppointmentAction
from employment.support.models import Appointment, FollowUp, Slot
from employment.support.selectors.finding import offered_slots
from employment.support.serializers import (
    AppointmentSerializer,
    AppointmentStepSerializer,
    BookSerializer,
    FollowUpSerializer,
    SlotSerializer,
)
from employment.support.services.appointments import book, move_appointment


class SlotListView(ActorView, generics.ListAPIView[Slot]):
    """Times that are offered to the student."""

    roles = frozenset({Role.STUDENT})
    queryset = Slot.objects.none()
    serializer_class = SlotSerializer

    def get_queryset(self) -> "QuerySet[Slot]":
        student = get_object_or_404(StudentProfile.objects.visible_to(self.actor))
        return offered_slots(student, now=timezone.now()).order_by("starts_at", "pk")


class TalkView(ActorView):
    roles = frozenset({Role.STUDENT}) | COUNSELLING_ROLES


class AppointmentListView(TalkView, generics.ListAPIView[Appointment]):
    """Own appointments; students book here."""

    queryset = Appointment.objects.none()
    serializer_class = AppointmentSerializer

    def get_queryset(self) -> "QuerySet[Appointment]":
        rows = Appointment.objects.visible_to(self.actor).with_list_data()
        return rows.order_by("-slot__starts_at", "-pk")

    @extend_schema(request=BookSerializer, responses={201: AppointmentSerializer})
    def post(self, request: Request) -> Response:
        if self.actor.role != Role.STUDENT:
            raise NotAllowedError("Only students book.")
        form = BookSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        student = get_object_or_404(StudentProfile.objects.visible_to(self.actor))
        slot = get_object_or_404(Slot.objects.offered_to(student), pk=form.validated_data["slot"])
        appointment = book(
            student=student,
            slot=slot,
            topic=form.validated_data["topic"],
            message=form.validated_data["message"],
            now=timezone.now(),
        )
        return Response(AppointmentSerializer(appointment).data, status=status.HTTP_201_CREATED)


class AppointmentStepView(TalkView):
    @extend_schema(request=AppointmentStepSerializer, responses=AppointmentSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Take one step: students cancel, the counsellor does the rest."""
        rows = Appointment.objects.visible_to(self.actor).with_list_data()
        appointment = get_object_or_404(rows, pk=pk)
        form = AppointmentStepSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        moved = move_appointment(
            appointment=appointment,
            action=AppointmentAction(form.validated_data["action"]),
            actor=self.actor,
            now=timezone.now(),
            note=form.validated_data["note"],
        )
        return Response(AppointmentSerializer(moved).data)


class FollowUpListView(TalkView, generics.ListAPIView[FollowUp]):
    """Follow-up tasks that the account may see."""

    queryset = FollowUp.objects.none()
    serializer_class = FollowUpSerializer

    def get_queryset(self) -> "QuerySet[FollowUp]":
        return FollowUp.objects.visible_to(self.actor)

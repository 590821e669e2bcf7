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
from employment.applications import selectors
from employment.applications.enums import ApplicationAction, ApplicationState
from employment.applications.models import Application
from employment.applications.serializers import (
    ApplicationDetailSerializer,
    ApplicationSerializer,
    ApplicationStepSerializer,
    ApplySerializer,
)
from employment.applications.services import apply, move_application
from employment.common.errors import NotAllowedError
from employment.postings.models import Posting
from employment.students.models import StudentProfile

READERS = UNIVERSITY_STAFF | {Role.STUDENT, Role.RECRUITER, Role.PLATFORM_ADMIN}
FILTERS = [
    OpenApiParameter("state", str, enum=ApplicationState.values),
    OpenApiParameter("posting", int, description="Id of a posting."),
]


class ApplicationView(ActorView):
    roles = READERS

    def answer(self, pk: int, *, code: int = status.HTTP_200_OK) -> Response:
        rows = Application.objects.visible_to(self.actor).with_list_data()
        application = get_object_or_404(rows.prefetch_related("state_changes"), pk=pk)
        body = ApplicationDetailSerializer(application, context={"actor": self.actor}).data
        return Response(body, status=code)


@extend_schema_view(get=extend_schema(parameters=FILTERS))
class ApplicationListView(ApplicationView, generics.ListAPIView[Application]):
    """Applications the account may see, newest first; students apply here."""

    queryset = Application.objects.none()
    serializer_class = ApplicationSerializer

    def get_queryset(self) -> "QuerySet[Application]":
        state, posting = (self.request.GET.get(name, "") for name in ("state", "posting"))
        if state and state not in ApplicationState.values:
            raise ValidationError({"state": ["Not a state of applications."]})
        if posting and not (posting.isascii() and posting.isdigit()):
            raise ValidationError({"posting": ["A whole number."]})
        number = int(posting) if posting else None
        return selectors.application_list(self.actor, state=state, posting_id=number)

    @extend_schema(request=ApplySerializer, responses={201: ApplicationDetailSerializer})
    def post(self, request: Request) -> Response:
        if self.actor.role != Role.STUDENT:
            raise NotAllowedError("Only students apply.")
        form = ApplySerializer(data=request.data)
        form.is_valid(raise_exception=True)
        application = apply(
            student=get_object_or_404(StudentProfile.objects.visible_to(self.actor)),
            posting=get_object_or_404(
                Posting.objects.visible_to(self.actor), pk=form.validated_data["posting"]
            ),
            today=timezone.localdate(),
            message=form.validated_data["message"],
        )
        return self.answer(application.pk, code=status.HTTP_201_CREATED)


class ApplicationDetailView(ApplicationView):
    """One application with its steps."""

    @extend_schema(responses=ApplicationDetailSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return self.answer(pk)


class ApplicationStateView(ApplicationView):
    """Take one step: students accept, decline or withdraw, employers do the rest."""

    @extend_schema(request=ApplicationStepSerializer, responses=ApplicationDetailSerializer)
    def post(self, request: Request, pk: int) -> Response:
        rows = Application.objects.visible_to(self.actor)
        application = get_object_or_404(rows, pk=pk)
        form = ApplicationStepSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        move_application(
            application=application,
            action=ApplicationAction(form.validated_data["action"]),
            actor=self.actor,
            note=form.validated_data["note"],
        )
        return self.answer(pk)

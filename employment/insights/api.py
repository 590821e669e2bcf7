from django.db.models import QuerySet
from rest_framework import generics
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import Role
from employment.insights.models import FairnessAudit
from employment.insights.serializers import (
    FairnessAuditSerializer,
    FairnessAuditSummarySerializer,
)
from employment.insights.services.fairness import note_read


class AuditView(ActorView):
    roles = frozenset({Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN})

    def get_queryset(self) -> "QuerySet[FairnessAudit]":
        if getattr(self, "swagger_fake_view", False):  # the schema is read without a request
            return FairnessAudit.objects.none()
        return FairnessAudit.objects.visible_to(self.actor).finished()


class FairnessAuditListView(AuditView, generics.ListAPIView[FairnessAudit]):
    """Fairness audits of the own university, or of all for the platform; newest first."""

    queryset = FairnessAudit.objects.none()
    serializer_class = FairnessAuditSummarySerializer


class FairnessAuditDetailView(AuditView, generics.RetrieveAPIView[FairnessAudit]):
    """The figures of one audit. Groups of fewer than ten students are left out."""

    queryset = FairnessAudit.objects.none()
    serializer_class = FairnessAuditSerializer

    def get(self, request: Request, *args: object, **kwargs: object) -> Response:
        note_read(audit=self.get_object(), actor=self.actor, how="api")
        return super().get(request, *args, **kwargs)

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.matches import occupation_queue
from employment.matches.models import OccupationCoding
from employment.matches.occupation_forms import QueueForm
from employment.matches.services.corrections import correct_code, take_back

EDITORS = OFFICE_ROLES | {Role.PLATFORM_ADMIN}
FILTERS = [
    OpenApiParameter("q", str, description="In the title."),
    OpenApiParameter("state", str, enum=["unsure", "person"]),
    OpenApiParameter("kind", str, enum=["posting", "intention"]),
    OpenApiParameter("sort", str, enum=["confidence", "newest"]),
]


class CodingSerializer(serializers.ModelSerializer[OccupationCoding]):
    class Meta:
        model = OccupationCoding
        fields = (
            "id",
            "posting",
            "title",
            "occupation",
            "confidence",
            "coded_by",
            "coder",
            "proposals",
            "coded_at",
        )


class CorrectionSerializer(serializers.Serializer[Any]):
    code = serializers.CharField(max_length=10)


@extend_schema_view(get=extend_schema(parameters=FILTERS))
class CodingListView(ActorView, generics.ListAPIView[OccupationCoding]):
    """Codes of the own university's postings and students' intentions, the unsure first."""

    roles = EDITORS
    queryset = OccupationCoding.objects.none()
    serializer_class = CodingSerializer

    def get_queryset(self) -> "QuerySet[OccupationCoding]":
        if getattr(self, "swagger_fake_view", False):  # the schema is read without a request
            return OccupationCoding.objects.none()
        return occupation_queue.queue(self.actor, QueueForm(self.request.GET).wanted())


class CorrectionView(ActorView):
    """Set a code, or take the last correction back."""

    roles = EDITORS

    def coding(self, coding_id: int) -> OccupationCoding:
        return get_object_or_404(OccupationCoding.objects.visible_to(self.actor), pk=coding_id)

    @extend_schema(request=CorrectionSerializer, responses=CodingSerializer)
    def post(self, request: Request, coding_id: int) -> Response:
        coding = self.coding(coding_id)
        asked = CorrectionSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        correct_code(actor=self.actor, coding=coding, code=asked.validated_data["code"])
        return Response(CodingSerializer(self.coding(coding_id)).data)

    @extend_schema(request=None, responses=CodingSerializer)
    def delete(self, request: Request, coding_id: int) -> Response:
        take_back(actor=self.actor, coding=self.coding(coding_id))
        return Response(CodingSerializer(self.coding(coding_id)).data)

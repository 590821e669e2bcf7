from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django_filters.utils import translate_validation
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import generics, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer, ValidationError
from rest_framework.views import APIView

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.common.errors import NotAllowedError
from employment.postings import rules, selectors, services
from employment.postings.enums import PostingAction, PostingState
from employment.postings.filters import PostingFilter
from employment.postings.models import Employer, Posting
from employment.postings.models.querysets import PostingQuerySet
from employment.postings.serializers import (
    PostingCreateSerializer,
    PostingDetailSerializer,
    PostingEditSerializer,
    PostingListSerializer,
    StateChangeSerializer,
)

SORT = OpenApiParameter("sort", enum=[*selectors.SORTS], description="Order of the list.")
SCOPE = OpenApiParameter(
    "scope",
    enum=["open", "managed"],
    description="`open` (default): what can be applied for. `managed`: what the account may edit.",
)
STATE = OpenApiParameter("state", enum=PostingState.values, description="With scope `managed`.")


class ActorView(APIView):
    """A view that knows the account's role and answers with one posting as it stands."""

    @property
    def actor(self) -> Actor:
        return self.request._request.actor  # type: ignore[attr-defined, no-any-return]

    def editable(self, pk: int) -> Posting:
        postings = Posting.objects.editable_by(self.actor)
        return get_object_or_404(postings.select_related("employer__organisation"), pk=pk)

    def answer(self, pk: int, *, code: int = status.HTTP_200_OK) -> Response:
        postings = Posting.objects.readable_by(self.actor).with_detail_data()
        posting = get_object_or_404(postings, pk=pk)
        body = PostingDetailSerializer(posting, context={"actor": self.actor}).data
        return Response(body, status=code)


@extend_schema_view(get=extend_schema(parameters=[SORT, SCOPE, STATE]))
class PostingListView(ActorView, generics.ListAPIView[Posting]):
    """Search open postings, or list those the account manages; write a new draft."""

    queryset = Posting.objects.none()
    serializer_class = PostingListSerializer
    filterset_class = PostingFilter

    def get_queryset(self) -> PostingQuerySet:
        query = self.request.query_params
        if query.get("scope") != "managed":
            return selectors.searchable_postings(actor=self.actor, today=timezone.localdate())
        postings = Posting.objects.editable_by(self.actor)
        state = query.get("state", "")
        return postings.filter(state=state) if state in PostingState.values else postings

    def filter_queryset(self, queryset: Any) -> Any:
        """The same search as the page's; unreadable parameters are refused."""
        filters = PostingFilter(self.request.query_params, queryset=queryset)
        if not filters.is_valid():
            raise translate_validation(filters.errors)
        return filters.sorted(self.request.query_params.get("sort", ""))

    @extend_schema(request=PostingCreateSerializer, responses={201: PostingDetailSerializer})
    def post(self, request: Request) -> Response:
        if not rules.can_create(self.actor):
            raise NotAllowedError("This account cannot write postings.")
        form = PostingCreateSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        posting = services.create_posting(
            employer=self._employer(form.validated_data.get("employer")),
            actor=self.actor,
            now=timezone.now(),
            audience_id=self._audience_id(form.validated_data),
            **form.posting_fields(),
        )
        return self.answer(posting.pk, code=status.HTTP_201_CREATED)

    def _employer(self, named: Employer | None) -> Employer:
        if self.actor.role == Role.RECRUITER:
            return get_object_or_404(Employer.objects.editable_by(self.actor))
        if named is None:
            raise ValidationError({"employer": ["This field is required."]})
        return named

    def _audience_id(self, values: dict[str, Any]) -> int | None:
        if self.actor.role in OFFICE_ROLES:
            return self.actor.university_id
        audience = values.get("audience")
        return audience.pk if audience else None


class PostingDetailView(ActorView):
    """One posting with its requirements; change what the account may change."""

    @extend_schema(responses=PostingDetailSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return self.answer(pk)

    @extend_schema(request=PostingEditSerializer, responses=PostingDetailSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        posting = self.editable(pk)
        form = PostingEditSerializer(posting, data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        services.edit_posting(
            posting=posting, actor=self.actor, now=timezone.now(), **form.posting_fields()
        )
        return self.answer(pk)


class PostingStateView(ActorView):
    """Take one step of a posting's life: submit, publish, reject, close and so on."""

    @extend_schema(request=StateChangeSerializer, responses=PostingDetailSerializer)
    def post(self, request: Request, pk: int) -> Response:
        posting = self.editable(pk)
        form: BaseSerializer[Any] = StateChangeSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        services.change_posting_state(
            posting=posting,
            action=PostingAction(form.validated_data["action"]),
            actor=self.actor,
            reason=form.validated_data["reason"],
            now=timezone.now(),
        )
        return self.answer(pk)

"""The actor in API views, and the account's own token."""

from typing import Any, cast

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import authenticate
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.accounts.models import User
from employment.accounts.serializers import CredentialsSerializer, TokenSerializer
from employment.accounts.services import issue_token, revoke_token
from employment.common.errors import NotAllowedError


class ActorView(APIView):
    """A view that knows the account's role. To roles that are not named it does not exist."""

    roles: frozenset[Role] = frozenset(Role)

    @property
    def actor(self) -> Actor:
        return cast("Actor", self.request._request.actor)  # type: ignore[attr-defined]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if self.actor.role not in self.roles:
            raise Http404


class TokenView(APIView):
    """The token of the signed-in account, or of the one whose password is sent."""

    permission_classes = (AllowAny,)
    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "token"

    def get_permissions(self) -> list[Any]:
        return [AllowAny() if self.request.method == "POST" else IsAuthenticated()]

    @extend_schema(request=CredentialsSerializer, responses=TokenSerializer)
    def post(self, request: Request) -> Response:
        """Accounts with two-step sign-in ask from their session."""
        form = CredentialsSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        user = request.user if request.user.is_authenticated else self._named(form.validated_data)
        return Response(TokenSerializer(issue_token(user=user)).data)

    def _named(self, values: dict[str, str]) -> User:
        user = authenticate(
            self.request._request,
            username=values.get("username", ""),
            password=values.get("password", ""),
        )
        if not isinstance(user, User):
            raise AuthenticationFailed
        if is_mfa_enabled(user):
            raise NotAllowedError("This account signs in with two steps; ask from its session.")
        return user

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: Request) -> Response:
        revoke_token(user=cast("User", request.user))
        return Response(status=status.HTTP_204_NO_CONTENT)

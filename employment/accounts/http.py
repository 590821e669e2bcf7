"""Typed requests and the role gate of views."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import Http404, HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.accounts.models import User

ViewT = TypeVar("ViewT", bound=Callable[..., HttpResponse])


class ActorRequest(HttpRequest):
    """A signed-in request; ``actor`` is filled by ``ActorMiddleware``."""

    user: User
    actor: Actor
    htmx: HtmxDetails


def roles_required(*roles: Role) -> Callable[[ViewT], ViewT]:
    """Show the page to these roles only; to others it does not exist (404)."""

    def decorate(view: ViewT) -> ViewT:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            actor: Actor | None = request.actor
            if not actor or actor.role not in roles:
                raise Http404
            return view(request, *args, **kwargs)

        guarded.required_roles = frozenset(roles)  # type: ignore[attr-defined]
        return cast("ViewT", guarded)

    return decorate

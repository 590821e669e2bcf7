"""Under which name failed sign-ins are counted."""

from collections.abc import Mapping

from django.db.models import Q
from django.http import HttpRequest

from employment.accounts.models import User


def counted_name(request: HttpRequest, credentials: Mapping[str, str] | None) -> str:
    """The account's user name, whether it was named by that, by its address, or in other case."""
    given = {**request.POST.dict(), **(credentials or {})}
    typed = given.get("username") or given.get("email") or given.get("login") or ""
    owner = User.objects.filter(Q(username__iexact=typed) | Q(email__iexact=typed)).first()
    return (owner.username if owner and typed else typed).lower()

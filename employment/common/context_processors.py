import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from employment.common.navigation import Entry, Link, Place, entries, links_for


@dataclass
class Shell:
    """What the frame around every page needs, found only when a template asks for it."""

    request: HttpRequest

    @cached_property
    def role(self) -> str:
        actor = getattr(self.request, "actor", None)
        return str(actor.role or "") if actor else ""

    @cached_property
    def links(self) -> list[Link]:
        return links_for(self.request, self.role)

    @property
    def bar(self) -> list[Entry]:
        return entries(self.links)

    @property
    def tools(self) -> list[Link]:
        return self._placed(Place.TOOL)

    @property
    def menu(self) -> list[Link]:
        return self._placed(Place.MENU)

    @property
    def footer(self) -> list[Link]:
        return self._placed(Place.FOOTER)

    @property
    def phone(self) -> list[Link]:
        return [link for link in self.links if link.phone]

    @cached_property
    def memberships(self) -> list[Any]:
        user: Any = self.request.user
        return list(user.memberships.active().select_related("organisation"))

    @property
    def membership(self) -> Any:
        actor = getattr(self.request, "actor", None)
        return next((m for m in self.memberships if actor and is_held(m, actor)), None)

    @property
    def demo_accounts(self) -> list[dict[str, str]]:
        """What the demo loader left for the sign-in page: role, name, login, password."""
        file = settings.VAR_DIR / "demo_accounts.json"
        if not (settings.DEMO and file.exists()):
            return []
        accounts: list[dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
        return accounts

    @property
    def other_language(self) -> tuple[str, str]:
        """Code and own name of the language to switch to."""
        return ("en", "English") if get_language() != "en" else ("zh-hans", "中文")

    def _placed(self, place: Place) -> list[Link]:
        return [link for link in self.links if link.place is place]


def is_held(membership: Any, actor: Any) -> bool:
    return bool(
        membership.role == actor.role and membership.organisation_id == actor.organisation_id
    )


def shell(request: HttpRequest) -> dict[str, object]:
    return {"shell": Shell(request), "DEMO": settings.DEMO}

"""The account and its consents, in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.privacy.services.personal_data import register

ACCOUNT = ("username", "name", "email", "language", "date_joined", "last_login")


def export_account(user: User) -> dict[str, Any]:
    memberships = user.memberships.values("role", "organisation__name", "is_active", "created_at")
    return {name: getattr(user, name) for name in ACCOUNT} | {"memberships": list(memberships)}


def export_consents(user: User) -> list[dict[str, Any]]:
    rows = user.consents.values("purpose", "text_version", "granted_at", "withdrawn_at")
    return [dict(row) for row in rows]


def register_sections() -> None:
    register(name="account", exporter=export_account)
    register(name="consents", exporter=export_consents)

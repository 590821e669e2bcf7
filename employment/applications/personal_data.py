"""A student's applications and what became of them, in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.applications.models import Application
from employment.privacy.services.personal_data import register


def export_applications(user: User) -> list[dict[str, Any]]:
    rows = Application.objects.filter(student__user=user).select_related(
        "posting__employer__organisation"
    )
    return [
        {
            "posting": row.posting.title,
            "employer": row.posting.employer.organisation.name,
            "state": row.state,
            "message": row.message,
            "created_at": row.created_at,
            "attachments": list(row.attachments.values("kind", "name", "number", "at")),
            "steps": list(row.state_changes.values("from_state", "to_state", "note", "at")),
        }
        for row in rows
    ]


def register_section() -> None:
    register(name="applications", exporter=export_applications)

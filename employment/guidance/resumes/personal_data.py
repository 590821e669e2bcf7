"""Resumes in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.guidance.resumes.models import Resume, UploadedResume
from employment.privacy.services.personal_data import register


def export_resumes(user: User) -> list[dict[str, Any]]:
    rows = Resume.objects.filter(student__user=user).prefetch_related("versions")
    return [
        {
            "title": row.title,
            "language": row.language,
            "kind": row.kind,
            "shared": row.is_shared,
            "draft": row.draft,
            "updated_at": row.updated_at,
            "versions": list(row.versions.values("number", "data", "score", "note", "at")),
        }
        for row in rows
    ]


def export_uploads(user: User) -> list[dict[str, Any]]:
    """What was read from files and waits for confirmation; gone after a day."""
    rows = UploadedResume.objects.filter(student__user=user)
    return [{"name": row.name, "reading": row.reading, "at": row.at} for row in rows]


def register_section() -> None:
    register(name="resumes", exporter=export_resumes)
    register(name="uploaded_resumes", exporter=export_uploads)

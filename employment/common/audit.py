"""The one door to the audit log."""

from typing import Any

from django.db import models

from employment.common.models import AuditEntry


def record(
    *,
    action: str,
    obj: models.Model | None = None,
    actor_id: int | None = None,
    organisation_id: int | None = None,
    **detail: Any,
) -> AuditEntry:
    """Write one entry. ``detail`` holds ids, states and counts, never personal data."""
    return AuditEntry.objects.create(
        action=action,
        object_type=obj._meta.label_lower if obj is not None else "",
        object_id=str(obj.pk) if obj is not None else "",
        actor_id=actor_id,
        organisation_id=organisation_id,
        detail=detail,
    )

"""Target occupations in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.guidance.pathways.models import TargetOccupation
from employment.privacy.services.personal_data import register


def export_targets(user: User) -> list[dict[str, Any]]:
    rows = TargetOccupation.objects.filter(student__user=user)
    return [
        {
            "occupation": row.occupation_id,
            "region": row.region_id,
            "chosen_by": row.chosen_by,
            "chosen_at": row.chosen_at,
        }
        for row in rows
    ]


def register_section() -> None:
    register(name="pathways", exporter=export_targets)

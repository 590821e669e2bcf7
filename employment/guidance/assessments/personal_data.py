"""Assessments in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.guidance.assessments.models import Result, Sitting
from employment.privacy.services.personal_data import register


def export_sittings(user: User) -> list[dict[str, Any]]:
    rows = Sitting.objects.filter(student__user=user).prefetch_related("answers")
    results = {one.sitting_id: one for one in Result.objects.filter(student__user=user)}
    return [_exported(row, results.get(row.pk)) for row in rows]


def _exported(sitting: Sitting, result: Result | None) -> dict[str, Any]:
    answers = sitting.answers.values("item", "value", "milliseconds", "evidence", "at")
    return {
        "assessment": sitting.instrument,
        "started_at": sitting.started_at,
        "finished_at": sitting.finished_at,
        "answers": list(answers),
        "scores": result.scores if result else None,
        "flags": result.flags if result else None,
        "shared": result.is_shared if result else False,
    }


def register_section() -> None:
    register(name="assessments", exporter=export_sittings)

"""Scenario runs in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.guidance.scenarios.models import Run
from employment.privacy.services.personal_data import register


def export_runs(user: User) -> list[dict[str, Any]]:
    rows = Run.objects.filter(student__user=user).prefetch_related("steps")
    return [
        {
            "scenario": run.scenario,
            "started_at": run.started_at,
            "ended_at": run.ended_at,
            "shared": run.is_shared,
            "steps": list(run.steps.values("node", "choice", "words", "undone", "at")),
        }
        for run in rows
    ]


def register_section() -> None:
    register(name="scenarios", exporter=export_runs)

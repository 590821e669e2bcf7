"""Plans in the copy of a person's data; the address of the feed is a key and stays out."""

from typing import Any

from employment.accounts.models import User
from employment.guidance.plans.models import (
    AdviceEpisode,
    Goal,
    MilestoneMark,
    PlanSettings,
    ReminderMail,
    Task,
)
from employment.privacy.services.personal_data import register


def export_plan(user: User) -> dict[str, Any]:
    own = {"student__user": user}
    settings = ("delayed_years", "graduation_month", "lead_days", "by_mail")
    task = ("title", "notes", "due", "snoozed_until", "state", "source", "created_at", "done_at")
    advice = ("module", "basis", "first_shown", "acted_at", "dismissed_on", "dismiss_reason")
    return {
        "settings": list(PlanSettings.objects.filter(**own).values(*settings)),
        "milestones": list(MilestoneMark.objects.filter(**own).values("milestone", "mark", "at")),
        "goals": list(Goal.objects.filter(**own).values("title", "due", "created_at")),
        "tasks": list(Task.objects.filter(**own).values(*task, "goal__title")),
        "advice": list(AdviceEpisode.objects.filter(**own).values(*advice, "cleared", "outcome")),
        "reminders": list(ReminderMail.objects.filter(**own).values("day", "tasks", "milestones")),
    }


def register_section() -> None:
    register(name="plans", exporter=export_plan)

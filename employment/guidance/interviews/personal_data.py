"""Practice interviews in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.guidance.interviews.models import Attempt
from employment.privacy.services.personal_data import register

ANSWER = ("question", "skill", "words", "skipped", "opened_at", "closed_at", "follow_up")


def export_attempts(user: User) -> list[dict[str, Any]]:
    rows = Attempt.objects.filter(student__user=user).prefetch_related("answers", "ratings")
    return [
        {
            "type": one.kind,
            "posting": one.title,
            "started_at": one.started_at,
            "finished_at": one.finished_at,
            "shared": one.is_shared,
            "answers": list(one.answers.values(*ANSWER)),
            "ratings": list(one.ratings.values("rater", "criterion", "value", "comment", "at")),
        }
        for one in rows
    ]


def register_section() -> None:
    register(name="interviews", exporter=export_attempts)

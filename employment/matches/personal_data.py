"""What was computed about a student, in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.matches.models import (
    FeedbackEvent,
    ListOrder,
    Match,
    MatchFeedback,
    OccupationCoding,
    StudentVector,
)
from employment.privacy.services.personal_data import register

MATCH = (
    "posting__title",
    "score",
    "percentile",
    "percentile_low",
    "percentile_high",
    "theirs",
    "extra",
    "coverage",
    "band",
    "short",
    "criteria",
    "checks",
    "encoder",
    "weights_version",
    "computed_at",
)
CODES = ("title", "occupation", "confidence", "coded_by", "coded_at")
FEEDBACK = ("posting__title", "kind", "reason", "at")
EVENTS = ("posting__title", "kind", "place", "values", "weights_version", "at")


def export_matches(user: User) -> dict[str, Any]:
    """Vectors are counted, not copied: they restate the profile in numbers."""
    return {
        "list": list(Match.objects.filter(student__user=user).values(*MATCH)),
        "feedback": list(MatchFeedback.objects.filter(student__user=user).values(*FEEDBACK)),
        "events": list(FeedbackEvent.objects.filter(student__user=user).values(*EVENTS)),
        "codes": list(OccupationCoding.objects.filter(student__user=user).values(*CODES)),
        "order": list(ListOrder.objects.filter(student__user=user).values("postings", "base")),
        "vectors": StudentVector.objects.filter(student__user=user).count(),
    }


def register_section() -> None:
    register(name="matches", exporter=export_matches)

"""Whether scores may be shown as a chance of an application being sent, from what happened."""

from dataclasses import asdict
from typing import Any

import numpy as np
from django.db.models import Exists, Min, OuterRef

from employment.matches.enums import EventKind
from employment.matches.models import FeedbackEvent, Match, MeasuredQuality
from employment.matches.services.quality import record_quality
from matching.balancing import SHOWN
from matching.calibration import Calibration, Report, calibrate

TASK = "calibration"


def refresh_calibration() -> Report:
    """Judge the outcomes once more and keep what was found; after every full run."""
    report = calibrate(*outcomes())
    figures: dict[str, Any] = {
        "verdict": str(report.verdict),
        "positives": report.positives,
        "negatives": report.negatives,
        "error": report.error,
    }
    if report.calibration:
        figures |= asdict(report.calibration)
    record_quality(task=TASK, figures=figures)
    return report


def outcomes() -> tuple[Any, Any, Any, Any]:
    """(score, coverage, applied, when) of the first places of students who have applied at all.

    A list that nobody acted on says nothing, so its entries are not counted as refusals.
    """
    applied = FeedbackEvent.objects.filter(kind=EventKind.APPLIED)
    first = dict(applied.order_by().values_list("student_id").annotate(at=Min("at")))
    own = applied.filter(student=OuterRef("student"), posting=OuterRef("posting"))
    rows = (
        Match.objects.filter(student__in=first, short=False)
        .annotate(applied=Exists(own))
        .order_by("student_id", "-score", "posting_id")
        .values_list("student_id", "score", "coverage", "applied")
    )
    seen: dict[int, int] = {}
    found = []
    for student_id, score, coverage, done in rows:
        seen[student_id] = seen.get(student_id, 0) + 1
        if done or seen[student_id] <= SHOWN:
            found.append((score, coverage, done, first[student_id].timestamp()))
    table = np.array(found, dtype=np.float64).reshape(-1, 4)
    return table[:, 0], table[:, 1], table[:, 2] > 0, table[:, 3]


def calibration_figures() -> dict[str, Any]:
    """What was last found, empty before the first run."""
    row = MeasuredQuality.objects.filter(task=TASK).order_by("-measured_at").first()
    return dict(row.figures) if row else {}


def chance_of(match: Match) -> tuple[int, int] | None:
    """Whole percent, lowest and highest, that students in this position applied; None while the
    outcomes do not bear a probability."""
    row = MeasuredQuality.objects.filter(task=TASK, encoder=match.encoder).first()
    if row is None or "of_score" not in row.figures:
        return None
    fields = {name: row.figures[name] for name in Calibration.__slots__}
    low, high = Calibration(**fields).band(match.score, match.coverage)
    return round(100 * low), round(100 * high)

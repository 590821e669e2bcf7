"""A finished fairness audit as a row, without running the engine."""

from typing import Any

from django.utils import timezone

from employment.common.enums import JobKind, JobState
from employment.common.models import Job
from employment.insights.enums import Trait
from employment.insights.fairness import People, audit_figures
from employment.insights.models import FairnessAudit

SWAPS = {
    "lists": 8,
    "same_order": 8,
    "same_scores": 8,
    "largest_change": 0.0,
    "overlap": 1.0,
    "identical": True,
}


def make_audit(**fields: Any) -> FairnessAudit:
    """Over nobody: every group is too small."""
    nobody = People([], {}, {}, {}, {trait: {} for trait in Trait})
    figures = audit_figures(nobody, [], [])
    figures["swaps"] = {"sample": 8, "traits": SWAPS, "texts": SWAPS}
    now = timezone.now()
    job = Job.objects.create(kind=JobKind.FAIRNESS, state=JobState.DONE, finished_at=now)
    values = {"engine": "hashing", "weights_version": "1", "figures": figures, "made_at": now}
    return FairnessAudit.objects.create(job=job, **(values | fields))

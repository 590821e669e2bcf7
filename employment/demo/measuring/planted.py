"""What the engine's lists say against the roles planted in the demo world."""

from collections.abc import Hashable, Sequence
from typing import Any

from employment.demo import world
from employment.matches.models import Match
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from matching.metrics import exposures, gini, ndcg

DEPTH = 10


def planted_quality() -> dict[str, Any]:
    """nDCG@10 and hit@1 of the stored lists by planted relevance (graded 3, 1, 0), Gini of the
    exposure over open demo postings, lists shorter than three, and hard violations."""
    truths = {row.student_no: row for row in world.students()}
    postings = {row.source_id: row for row in world.postings()}
    rows = StudentProfile.objects.filter(student_no__in=truths).prefetch_related("matches__posting")
    gains, first, lists = [], [], []
    for student in rows:
        truth = truths[student.student_no]
        shown = [m.posting.source_id for m in student.matches.all()[:DEPTH]]
        wanted: dict[Hashable, float] = {
            one: float(world.relevance(truth, row)) for one, row in postings.items()
        }
        gains.append(ndcg(shown, wanted, DEPTH))
        first.append(float(bool(shown) and wanted[shown[0]] == world.SAME_ROLE))
        lists.append(shown)
    opened = Posting.objects.published().filter(source="demo").values_list("source_id", flat=True)
    return {
        "ndcg10": mean(gains),
        "hit1": mean(first),
        "n": len(gains),
        "short_lists": sum(len(shown) < 3 for shown in lists),
        "exposure_gini": round(gini(exposures(lists, sorted(opened))), 4),
        "hard_violations": hard_violations(),
    }


def hard_violations() -> int:
    """Stored matches, not marked one step short, with a hard requirement that is missing."""
    rows = Match.objects.filter(short=False).values_list("checks", flat=True).iterator()
    return sum(
        any(c["hard"] and c["strength"] == "must" and c["outcome"] == "missing" for c in checks)
        for checks in rows
    )


def mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0

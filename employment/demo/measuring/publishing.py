"""From a changed posting to the lists it belongs in, as the worker does it."""

import statistics
import time
from typing import Any

from django.utils import timezone

from employment.matches.services.columns import merge_postings
from employment.postings.models import Posting
from employment.students.models import StudentProfile


def time_publishing(*, times: int) -> dict[str, Any]:
    """Seconds a posting takes in a warm worker; the first, cold one is told apart."""
    rows = Posting.objects.open(timezone.localdate()).order_by("pk")
    ids = list(rows.values_list("pk", flat=True)[: times + 1])
    taken = []
    for posting_id in ids:
        before = time.perf_counter()
        merge_postings(posting_ids=[posting_id])
        taken.append(time.perf_counter() - before)
    return {
        "students": StudentProfile.objects.matchable().count(),
        "postings": rows.count(),
        "cold_seconds": round(taken[0], 3),
        "median_seconds": round(statistics.median(taken[1:]), 3),
        "max_seconds": round(max(taken[1:]), 3),
    }

"""From a changed posting or student to the lists they belong in, as a warm worker does it."""

import os
import resource
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from django.db import connection
from django.utils import timezone

from employment.matches.services.columns import merge_postings
from employment.matches.services.live import Live, live
from employment.matches.services.reference import reference
from employment.matches.services.rows import match_students
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from matching.search import match_column


def time_publishing(*, times: int) -> dict[str, Any]:
    """Seconds a changed posting and a changed student take; the first, cold posting is told apart.

    Postings are drawn evenly from all. Each is taken for changed, so reading, embedding and
    indexing it are part of it. ``index_seconds`` and ``score_seconds`` are parts; the rest is the
    database. ``cpu_seconds`` is the processor time of this process and of its database session:
    on a shared machine it says more than the time on the wall.
    """
    rows = Posting.objects.open(timezone.localdate()).order_by("pk")
    every = list(rows.values_list("pk", flat=True))
    ids = every[:: max(1, len(every) // (times + 1))][: times + 1]
    students = StudentProfile.objects.matchable().order_by("pk")
    state = live()
    cold = seconds(lambda: merge_postings(posting_ids=ids[:1]))
    before = cpu_seconds()
    whole = list(timed(ids[1:], lambda pk: publish_again(state, pk)))
    worked = cpu_seconds() - before
    parts = [time_parts(state, pk) for pk in ids[1:]]
    alone = list(timed(students.values_list("pk", flat=True)[:times], match_again))
    return {
        "students": students.count(),
        "postings": rows.count(),
        "cold_seconds": round(cold, 3),
        "median_seconds": round(statistics.median(whole), 3),
        "p95_seconds": round(float(np.quantile(whole, 0.95)), 3),
        "max_seconds": round(max(whole), 3),
        "cpu_seconds": round(worked / len(whole), 3),
        "index_seconds": round(statistics.median(index for index, _score in parts), 3),
        "score_seconds": round(statistics.median(score for _index, score in parts), 3),
        "student_median_seconds": round(statistics.median(alone), 3),
        "student_max_seconds": round(max(alone), 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def publish_again(state: Live, posting_id: int) -> None:
    state.posting_revisions.pop(posting_id, None)
    merge_postings(posting_ids=[posting_id])


def match_again(student_id: int) -> None:
    match_students(student_ids=[student_id])


def time_parts(state: Live, posting_id: int) -> tuple[float, float]:
    """Seconds of taking one posting in, and of scoring everybody for it."""
    state.posting_revisions.pop(posting_id, None)
    index = seconds(state.refresh_postings)
    frozen = reference()
    return index, seconds(
        lambda: match_column(posting_id, state.postings, state.candidates, reference=frozen)
    )


def cpu_seconds() -> float:
    """Of this process, and of its session where the database runs on this machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        session = Path(f"/proc/{cursor.fetchone()[0]}/stat")
    own = time.process_time()
    if not session.is_file():
        return own
    user, system = session.read_text().rpartition(")")[2].split()[11:13]
    return own + (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def timed(ids: Iterable[int], work: Callable[[int], object]) -> Iterable[float]:
    return (seconds(lambda pk=pk: work(pk)) for pk in ids)  # type: ignore[misc]


def seconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before

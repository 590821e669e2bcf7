"""What matching has not caught up with, read from the database alone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from employment.matches.models import Match, MatchRun, PostingSync
from employment.matches.services.reference import level
from employment.postings.models import Posting
from employment.students.models import StudentProfile

LIMIT = 400
STALE_RUN = timedelta(seconds=45)


@dataclass(frozen=True, slots=True)
class Lagging:
    """``runs`` are those that nobody has worked on for a while."""

    students: list[int]
    postings: list[int]
    runs: list[int]

    @property
    def anything(self) -> bool:
        return bool(self.students or self.postings or self.runs)


def find_lagging(*, now: datetime | None = None) -> Lagging:
    """At most ``LIMIT`` ids of each kind, oldest first; the next sweep takes the rest."""
    now = now or timezone.now()
    running = MatchRun.objects.under_way()
    stalled = Q(job__heartbeat_at__isnull=True) | Q(job__heartbeat_at__lt=now - STALE_RUN)
    return Lagging(
        students=lagging_students(set(running.values_list("job__organisation", flat=True))),
        postings=lagging_postings(now, limit=LIMIT),
        runs=list(running.filter(stalled).values_list("pk", flat=True)),
    )


def lagging_students(running: Collection[int | None] = ()) -> list[int]:
    """Without those that a run under way, of these universities or of everybody, will reach."""
    if None in running:
        return []
    behind = Q(sync__isnull=True) | Q(sync__revision__lt=F("revision"))
    changed = StudentProfile.objects.matchable().filter(behind | ~Q(sync__engine=level()))
    orphaned = StudentProfile.objects.filter(
        Exists(Match.objects.filter(student=OuterRef("pk")))
    ).exclude(pk__in=StudentProfile.objects.matchable().values("pk"))
    return ids(changed.exclude(university__in=running), LIMIT) + ids(orphaned, LIMIT)


def lagging_postings(now: datetime, *, limit: int | None) -> list[int]:
    today = timezone.localdate(now)
    behind = (
        Q(sync__isnull=True)
        | Q(sync__revision__lt=F("revision"))
        | Q(sync__was_open=False)
        | ~Q(sync__engine=level())
    )
    changed = Posting.objects.open(today).filter(behind)
    ended = Posting.objects.filter(
        pk__in=PostingSync.objects.filter(was_open=True).values("posting")
    ).exclude(pk__in=Posting.objects.open(today).values("pk"))
    return ids(changed, limit) + ids(ended, limit)


def ids(rows: QuerySet[Any], limit: int | None) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True)[:limit])

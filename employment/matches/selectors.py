"""Reads of the match pages. Nothing here scores: the engine's stored objects are shown."""

import datetime as dt
import statistics
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce

from employment.applications.enums import ApplicationState
from employment.applications.models import ApplicationStateChange
from employment.matches.enums import FeedbackKind
from employment.matches.models import ListOrder, Match, MatchFeedback
from employment.postings.models import Employer, Posting
from employment.students.models import StudentProfile

SORTS = {
    "": ("short", F("place").asc(nulls_last=True), "-score", "posting_id"),
    "score": ("short", "-score", "posting_id"),
    "pay": (F("posting__pay_max").desc(nulls_last=True), "-score"),
    "deadline": (F("posting__deadline").asc(nulls_last=True), "-score"),
    "newest": (F("posting__published_at").desc(nulls_last=True), "-score"),
}

# A median of fewer says nothing.
ENOUGH_PEERS, ENOUGH_ANSWERS = 5, 5
ANSWERS = (
    ApplicationState.VIEWED,
    ApplicationState.INTERVIEW,
    ApplicationState.OFFER,
    ApplicationState.REJECTED,
)


@dataclass(frozen=True, slots=True)
class MatchFilter:
    """What the student asked the list for; empty fields ask for nothing."""

    text: str = ""
    band: str = ""
    region: str = ""
    kind: str = ""
    pay_min: int | None = None
    degree: int | None = None
    saved: bool = False
    sort: str = ""


def student_matches(
    student: StudentProfile, wanted: MatchFilter, *, today: dt.date
) -> QuerySet[Match]:
    """The student's list: open postings, without those marked as not interesting."""
    feedback = MatchFeedback.objects.filter(student=student, posting=OuterRef("posting"))
    rows = (
        Match.objects.filter(student=student, posting__in=Posting.objects.open(today))
        .annotate(
            is_saved=Exists(feedback.filter(kind=FeedbackKind.SAVED)),
            has_applied=Exists(student.applications.filter(posting=OuterRef("posting"))),
        )
        .exclude(Exists(feedback.filter(kind=FeedbackKind.NOT_INTERESTED)))
    )
    return with_posting(narrowed(rows, wanted)).order_by(*SORTS.get(wanted.sort, SORTS[""]))


def with_places(rows: QuerySet[Match]) -> QuerySet[Match]:
    """``place``: position among the first places of the balanced list; ``base``: the place by the
    student's own score. Both are None behind the first places and in lists that nobody balances."""
    found = ArrayPosition(F("postings"), OuterRef("posting"))
    order = ListOrder.objects.filter(student=OuterRef("student"))
    return rows.annotate(
        place=Subquery(order.annotate(at=found).values("at")),
        base=Subquery(order.annotate(own=ArrayItem(F("base"), found)).values("own")),
    )


class ArrayPosition(Func):
    function = "array_position"
    output_field = IntegerField()


class ArrayItem(Func):
    """An array's item at a position that another expression gives."""

    template = "(%(expressions)s]"
    arg_joiner = ")["
    output_field = IntegerField()


def narrowed(rows: QuerySet[Match], wanted: MatchFilter) -> QuerySet[Match]:
    conditions = Q()
    if wanted.text:
        conditions &= Q(posting__title__icontains=wanted.text) | Q(
            posting__employer__organisation__name__icontains=wanted.text
        )
    if wanted.band:
        conditions &= Q(band=wanted.band)
    if wanted.kind:
        conditions &= Q(posting__kind=wanted.kind)
    if wanted.pay_min:
        conditions &= Q(posting__pay_max__gte=wanted.pay_min)
    if wanted.saved:
        conditions &= Q(is_saved=True)
    if wanted.region:
        conditions &= Q(posting__in=in_region(wanted.region))
    return rows.filter(conditions)


def in_region(code: str) -> QuerySet[Posting]:
    """Postings in a region; a province holds its cities (GB/T 2260 codes nest by pairs)."""
    prefix = code.rstrip("0")
    prefix += "0" * (len(prefix) % 2)
    return Posting.objects.filter(regions__code__startswith=prefix)


def with_posting(rows: QuerySet[Match]) -> QuerySet[Match]:
    return (
        with_places(rows)
        .annotate(shown_to=shown_to("posting"))
        .select_related("posting__employer__organisation")
        .prefetch_related("posting__regions")
        .defer("posting__description", "posting__duties", "posting__search")
    )


def shown_to(reference: str) -> Coalesce:
    """How many students have the posting in their lists: the honest heat."""
    counted = (
        Match.objects.order_by()
        .filter(posting=OuterRef(reference))
        .values("posting")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return Coalesce(Subquery(counted), 0)


def place_in_list(match: Match) -> tuple[int, int]:
    """(place of the match in its student's list, length of the list)."""
    rows = with_places(Match.objects.filter(student_id=match.student_id)).order_by(*SORTS[""])
    ids = list(rows.values_list("pk", flat=True))
    return ids.index(match.pk) + 1, len(ids)


def posting_matches(posting: Posting, students: QuerySet[StudentProfile]) -> QuerySet[Match]:
    """Students for whom the posting is in the list, best first, within what the actor may see."""
    return (
        Match.objects.filter(posting=posting, student__in=students)
        .annotate(has_applied=Exists(posting.applications.filter(student=OuterRef("student"))))
        .select_related("student__user", "student__major", "student__college", "student__intention")
        .order_by("short", "-score", "student_id")
    )


def similar_postings(
    posting: Posting, *, university_id: int | None, today: dt.date
) -> list[Posting]:
    """Open postings of the same occupation, newest first."""
    if posting.occupation_id is None:
        return []
    rows: QuerySet[Posting] = (
        Posting.objects.open(today)
        .for_audience(university_id)
        .filter(occupation_id=posting.occupation_id)
        .exclude(pk=posting.pk)
        .with_list_data()
    )
    return list(rows[:5])


def saved_state(student: StudentProfile, posting: Posting) -> str:
    row = MatchFeedback.objects.filter(student=student, posting=posting).first()
    return row.kind if row else ""


def heat_of(match: Match, *, today: dt.date) -> dict[str, Any]:
    """Students shown the posting for each seat, against open postings of the same occupation."""
    posting = match.posting
    shown = Match.objects.filter(posting=posting).count()
    per_seat = shown / posting.seats if posting.seats else None
    peers = heat_of_peers(posting, today=today)
    typical = statistics.median(peers) if len(peers) >= ENOUGH_PEERS else None
    return {
        "shown": shown,
        "seats": posting.seats,
        "per_seat": per_seat,
        "typical": typical,
        "peers": len(peers),
        "scale": max(per_seat or 0, 2 * (typical or 0)) or 1,
    }


def heat_of_peers(posting: Posting, *, today: dt.date) -> list[float]:
    """Students shown per seat, of the other open postings of the occupation that name seats."""
    if posting.occupation_id is None:
        return []
    rows = (
        Posting.objects.open(today)
        .filter(occupation_id=posting.occupation_id, seats__gt=0)
        .exclude(pk=posting.pk)
        .order_by()
        .annotate(shown=shown_to("pk"))
        .values_list("shown", "seats")
    )
    return [shown / seats for shown, seats in rows if seats]


def employer_record(employer: Employer, *, today: dt.date) -> dict[str, Any]:
    """What the platform itself knows of an employer: open postings and how soon it answers."""
    answers = (
        ApplicationStateChange.objects.filter(
            application__posting__employer=employer, to_state__in=ANSWERS
        )
        .order_by()
        .values("application")
        .annotate(first=Min("at"), sent=Min("application__created_at"))
        .values_list("sent", "first")
    )
    waits = [(first - sent).total_seconds() / 86_400 for sent, first in answers]
    return {
        "open_postings": Posting.objects.open(today).filter(employer=employer).count(),
        "answered": len(waits),
        "answer_days": statistics.median(waits) if len(waits) >= ENOUGH_ANSWERS else None,
    }

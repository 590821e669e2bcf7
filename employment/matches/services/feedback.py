"""What a student says about a posting, and the events that weights are fitted to."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef

from employment.applications.enums import ApplicationState
from employment.applications.models import Application
from employment.common.audit import record
from employment.matches.enums import DislikeReason, EventKind, FeedbackKind
from employment.matches.models import FeedbackEvent, Match, MatchFeedback
from employment.matches.selectors import SORTS, place_in_list, with_places
from employment.postings.models import Posting
from employment.students.models import StudentProfile

SKIPPED_ABOVE = 5  # entries above a taken one that were looked at and passed over
SAID = {FeedbackKind.SAVED: EventKind.SAVED, FeedbackKind.NOT_INTERESTED: EventKind.DISMISSED}
MOVED = {
    ApplicationState.SUBMITTED: EventKind.APPLIED,
    ApplicationState.INTERVIEW: EventKind.INTERVIEW,
    ApplicationState.OFFER: EventKind.OFFER,
    ApplicationState.ACCEPTED: EventKind.HIRED,
}
TAKEN = frozenset({EventKind.SAVED, EventKind.APPLIED})


@transaction.atomic
def give_feedback(
    *,
    student: StudentProfile,
    posting: Posting,
    kind: FeedbackKind,
    reason: DislikeReason | None = None,
) -> MatchFeedback:
    """Save the posting or say that it is not interesting; replaces what was said before."""
    feedback, _created = MatchFeedback.objects.update_or_create(
        student=student, posting=posting, defaults={"kind": kind, "reason": reason or ""}
    )
    record(
        action="match.feedback",
        obj=posting,
        actor_id=student.user_id,
        organisation_id=student.university_id,
        kind=kind,
        reason=reason or "",
    )
    forget_said(student, posting, but=SAID[kind])
    note_event(student_id=student.pk, posting_id=posting.pk, kind=SAID[kind])
    return feedback


@transaction.atomic
def take_feedback_back(*, student: StudentProfile, posting: Posting) -> bool:
    """Undo; False when nothing was said."""
    deleted, _rows = MatchFeedback.objects.filter(student=student, posting=posting).delete()
    forget_said(student, posting)
    return bool(deleted)


def forget_said(student: StudentProfile, posting: Posting, *, but: EventKind | None = None) -> None:
    """What was taken back teaches nothing."""
    rows = FeedbackEvent.objects.filter(student=student, posting=posting, kind__in=SAID.values())
    rows.exclude(kind=but or "").delete()


def note_view(*, match: Match, place: int) -> None:
    """The first opening of a match counts."""
    FeedbackEvent.objects.bulk_create(
        [event_of(match, EventKind.VIEWED, place)], ignore_conflicts=True
    )


def note_application(*, application_id: int, state: str) -> None:
    """Applying and what the employer made of it; other steps say nothing about the fit."""
    kind = MOVED.get(ApplicationState(state))
    pair = Application.objects.filter(pk=application_id).values("student_id", "posting_id").first()
    if kind and pair:
        note_event(**pair, kind=kind)


@transaction.atomic
def note_event(*, student_id: int, posting_id: int, kind: EventKind) -> None:
    """Keep what happened with what the list said then. A pair that is in no list any more is told
    as it was at its last event; one that never was teaches nothing."""
    match = Match.objects.filter(student=student_id, posting=posting_id, short=False).first()
    if match is None:
        repeat_event(student_id, posting_id, kind)
        return
    place, _length = place_in_list(match)
    events = [event_of(match, kind, place)]
    if kind in TAKEN:
        events += [event_of(row, EventKind.SKIPPED, at) for at, row in passed_over(match)]
    FeedbackEvent.objects.bulk_create(events, ignore_conflicts=True)


def passed_over(match: Match) -> Sequence[tuple[int, Match]]:
    """Entries shown above a match, nearest first, with their places: those of which the student
    has said and done nothing."""
    acted = FeedbackEvent.objects.filter(student=match.student_id, posting=OuterRef("posting"))
    rows = with_places(Match.objects.filter(student=match.student_id, short=False))
    listed = list(rows.annotate(acted=Exists(acted)).order_by(*SORTS[""]))
    at = next(place for place, row in enumerate(listed) if row.pk == match.pk)
    above = [(place + 1, row) for place, row in enumerate(listed[:at]) if not row.acted]
    return above[: -SKIPPED_ABOVE - 1 : -1]


def event_of(match: Match, kind: EventKind, place: int) -> FeedbackEvent:
    return FeedbackEvent(
        student_id=match.student_id,
        posting_id=match.posting_id,
        kind=kind,
        place=place,
        values={row["name"]: row["value"] for row in match.criteria if row["known"]},
        weights_version=match.weights_version,
    )


def repeat_event(student_id: int, posting_id: int, kind: EventKind) -> None:
    last = FeedbackEvent.objects.filter(student=student_id, posting=posting_id)
    found = last.order_by("-at", "-pk").first()
    if found is None:
        return
    row = FeedbackEvent(
        student_id=student_id,
        posting_id=posting_id,
        kind=kind,
        place=found.place,
        values=found.values,
        weights_version=found.weights_version,
    )
    FeedbackEvent.objects.bulk_create([row], ignore_conflicts=True)

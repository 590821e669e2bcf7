"""What a student says about a posting; the last word counts, and it can be taken back."""

from django.db import transaction

from employment.common.audit import record
from employment.matches.enums import DislikeReason, FeedbackKind
from employment.matches.models import MatchFeedback
from employment.postings.models import Posting
from employment.students.models import StudentProfile


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
    return feedback


def take_feedback_back(*, student: StudentProfile, posting: Posting) -> bool:
    """Undo; False when nothing was said."""
    deleted, _rows = MatchFeedback.objects.filter(student=student, posting=posting).delete()
    return bool(deleted)

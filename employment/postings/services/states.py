"""The only place where a posting changes its state."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.common import audit
from employment.common.errors import DomainError, InvalidError, NotAllowedError, StateError
from employment.postings import rules
from employment.postings.enums import (
    BLOCKED_STATES,
    REASONED_ACTIONS,
    TRANSITIONS,
    PostingAction,
    PostingState,
)
from employment.postings.models import Posting, PostingStateChange
from employment.postings.services.revisions import mark_postings_changed

EXPIRY_BATCH = 500


class EmployerBlockedError(DomainError):
    """A refused or frozen employer's postings are not shown to students."""

    code = "employer_blocked"


class DeadlinePassedError(StateError):
    code = "deadline_passed"


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    done: list[int]
    refused: list[tuple[Posting, DomainError]]


@transaction.atomic
def change_posting_state(
    *,
    posting: Posting,
    action: PostingAction,
    actor: Actor,
    now: dt.datetime,
    reason: str = "",
) -> Posting:
    """Take one step of ``TRANSITIONS``; returns the row as it stands then.

    Raises NotAllowedError, StateError, InvalidError (a reason is missing), EmployerBlockedError.
    """
    locked = (
        Posting.objects.select_for_update(of=("self",))
        .select_related("employer__organisation")
        .get(pk=posting.pk)
    )
    if not rules.may_take(actor, action, locked):
        raise NotAllowedError(_("This step is not yours to take."))
    _check_step(locked, action, reason, now)
    _move([locked], action, actor_id=actor.user_id, reason=reason, now=now)
    audit.record(
        action=f"posting.{action}",
        obj=locked,
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        state=locked.state,
    )
    return locked


def change_posting_states(
    *,
    postings: Iterable[Posting],
    action: PostingAction,
    actor: Actor,
    now: dt.datetime,
    reason: str = "",
) -> BulkOutcome:
    """The same step for many, each on its own: one refusal does not undo the others."""
    outcome = BulkOutcome([], [])
    for posting in postings:
        try:
            change_posting_state(
                posting=posting, action=action, actor=actor, reason=reason, now=now
            )
        except DomainError as error:
            outcome.refused.append((posting, error))
        else:
            outcome.done.append(posting.pk)
    return outcome


@transaction.atomic
def expire_postings(*, now: dt.datetime) -> int:
    """Expire what is past its deadline; safe to run twice at once. Returns how many."""
    overdue = list(
        Posting.objects.overdue(timezone.localdate(now))
        .select_for_update(of=("self",), skip_locked=True, no_key=True)
        .order_by("pk")[:EXPIRY_BATCH]
    )
    _move(overdue, PostingAction.EXPIRE, actor_id=None, reason="", now=now)
    if overdue:
        audit.record(action="posting.expire", count=len(overdue))
    return len(overdue)


@transaction.atomic
def reject_employer_postings(
    *, employer_id: int, actor_id: int, reason: str, now: dt.datetime
) -> int:
    """Take every posting of a blocked employer away from students and reviewers."""
    sources, _target = TRANSITIONS[PostingAction.REJECT]
    running = list(
        Posting.objects.filter(employer_id=employer_id, state__in=sources)
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    _move(running, PostingAction.REJECT, actor_id=actor_id, reason=reason, now=now)
    return len(running)


def _check_step(posting: Posting, action: PostingAction, reason: str, now: dt.datetime) -> None:
    sources, _target = TRANSITIONS[action]
    if posting.state not in sources:
        raise StateError(
            _("“%(title)s” is in the state “%(state)s”: this step is not possible from there.")
            % {"title": posting.title, "state": posting.get_state_display()}
        )
    if action in REASONED_ACTIONS and not reason.strip():
        raise InvalidError(_("Say why: the employer sees the reason."))
    if action == PostingAction.PUBLISH and posting.employer.state in BLOCKED_STATES:
        raise EmployerBlockedError(
            _("The employer is refused or frozen; its postings cannot be published.")
        )
    is_towards_students = action in (PostingAction.PUBLISH, PostingAction.SUBMIT)
    if is_towards_students and posting.deadline and posting.deadline < timezone.localdate(now):
        raise DeadlinePassedError(_("The deadline has passed: set a later one first."))


def _move(
    locked: Sequence[Posting],
    action: PostingAction,
    *,
    actor_id: int | None,
    reason: str,
    now: dt.datetime,
) -> None:
    """Write the step for rows that the caller has locked and checked."""
    _sources, target = TRANSITIONS[action]
    changes = [_step_of(posting, target, actor_id, reason) for posting in locked]
    for posting in locked:
        posting.state = target
        posting.state_since = posting.updated_at = now
        if target == PostingState.PUBLISHED:
            posting.published_at = now
    Posting.objects.bulk_update(locked, ["state", "state_since", "updated_at", "published_at"])
    PostingStateChange.objects.bulk_create(changes)
    mark_postings_changed(posting_ids=[posting.pk for posting in locked])


def _step_of(
    posting: Posting, target: PostingState, actor_id: int | None, reason: str
) -> PostingStateChange:
    return PostingStateChange(
        posting=posting,
        from_state=posting.state,
        to_state=target,
        actor_id=actor_id,
        reason=reason.strip(),
    )

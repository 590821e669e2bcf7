"""Who may do what to postings and employers. States are the transition tables' affair."""

from typing import TYPE_CHECKING

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.postings.enums import (
    BLOCKED_STATES,
    EDITABLE_STATES,
    OWNER_ACTIONS,
    OWNER_LIVE_FIELDS,
    SYSTEM_ACTIONS,
    TRANSITIONS,
    VERIFICATION_TRANSITIONS,
    PostingAction,
    PostingState,
    VerificationAction,
    VerificationState,
)

if TYPE_CHECKING:
    from employment.postings.models import Employer, Posting

MANAGER_ROLES = OFFICE_ROLES | {Role.PLATFORM_ADMIN}
CREATOR_ROLES = MANAGER_ROLES | {Role.RECRUITER}


def manages_audience(actor: Actor, audience_id: int | None) -> bool:
    """The career office manages what is shown to its own students only, the platform all."""
    if actor.role == Role.PLATFORM_ADMIN:
        return True
    is_office = actor.role in OFFICE_ROLES and actor.university_id is not None
    return is_office and audience_id == actor.university_id


def is_manager(actor: Actor, posting: "Posting") -> bool:
    return manages_audience(actor, posting.audience_id)


def is_owner(actor: Actor, posting: "Posting") -> bool:
    return owns_employer(actor, posting.employer)


def owns_employer(actor: Actor, employer: "Employer") -> bool:
    is_recruiter = actor.role == Role.RECRUITER and actor.employer_id is not None
    return is_recruiter and employer.organisation_id == actor.employer_id


def may_take(actor: Actor | None, action: PostingAction, posting: "Posting") -> bool:
    """Whether the step is the actor's to take; ``None`` is the clock."""
    if actor is None or action in SYSTEM_ACTIONS:
        return actor is None and action in SYSTEM_ACTIONS
    return is_manager(actor, posting) or (action in OWNER_ACTIONS and is_owner(actor, posting))


def actions_now(actor: Actor, posting: "Posting") -> list[PostingAction]:
    """The steps the actor may take from the posting's present state, in the table's order."""
    return [
        action
        for action, (sources, _) in TRANSITIONS.items()
        if posting.state in sources
        and may_take(actor, action, posting)
        and not (action == PostingAction.PUBLISH and posting.employer.state in BLOCKED_STATES)
    ]


def can_create(actor: Actor) -> bool:
    return actor.role in CREATOR_ROLES


def can_edit(actor: Actor, posting: "Posting") -> bool:
    may = is_manager(actor, posting) or is_owner(actor, posting)
    return may and posting.state in EDITABLE_STATES


def locked_fields(actor: Actor, posting: "Posting", fields: set[str]) -> set[str]:
    """Which of the fields the actor must leave alone: an employer's published text is reviewed."""
    if posting.state == PostingState.PUBLISHED and not is_manager(actor, posting):
        return fields - OWNER_LIVE_FIELDS
    return set()


def can_edit_requirements(actor: Actor, posting: "Posting") -> bool:
    return can_edit(actor, posting) and not locked_fields(actor, posting, {"requirements"})


def can_edit_employer(actor: Actor, employer: "Employer") -> bool:
    return owns_employer(actor, employer) or actor.role == Role.PLATFORM_ADMIN


def can_rename_employer(actor: Actor, employer: "Employer") -> bool:
    return actor.role == Role.PLATFORM_ADMIN or employer.state != VerificationState.VERIFIED


def can_add_employer(actor: Actor) -> bool:
    return actor.role in MANAGER_ROLES


def may_take_verification(actor: Actor, action: VerificationAction, employer: "Employer") -> bool:
    """Any career office may vouch for a new employer; freezing one, and thawing it, concerns
    every university and is the platform's."""
    if actor.role == Role.PLATFORM_ADMIN:
        return True
    if action == VerificationAction.RESUBMIT:
        return owns_employer(actor, employer)
    is_first_look = employer.state not in BLOCKED_STATES and action != VerificationAction.FREEZE
    return actor.role in OFFICE_ROLES and is_first_look


def verifications_now(actor: Actor, employer: "Employer") -> list[VerificationAction]:
    return [
        action
        for action, (sources, _) in VERIFICATION_TRANSITIONS.items()
        if employer.state in sources and may_take_verification(actor, action, employer)
    ]

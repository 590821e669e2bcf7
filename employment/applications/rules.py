"""Who may take which step of an application."""

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.applications.enums import (
    EMPLOYER_ACTIONS,
    STUDENT_ACTIONS,
    TRANSITIONS,
    ApplicationAction,
    ApplicationState,
)


def may_take(actor: Actor, action: ApplicationAction) -> bool:
    """The student's steps belong to the student, the others to the employer."""
    if action in STUDENT_ACTIONS:
        return actor.role == Role.STUDENT
    return action in EMPLOYER_ACTIONS and actor.role == Role.RECRUITER


def open_actions(actor: Actor, state: ApplicationState) -> list[ApplicationAction]:
    """Steps that the actor may take now, in the table's order."""
    return [
        action
        for action, (sources, _target) in TRANSITIONS.items()
        if state in sources and may_take(actor, action)
    ]

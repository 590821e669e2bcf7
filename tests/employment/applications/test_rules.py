import pytest

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.applications.enums import TRANSITIONS
from employment.applications.enums import ApplicationAction as Action
from employment.applications.enums import ApplicationState as State
from employment.applications.rules import may_take, open_actions

STUDENT_STEPS = {Action.ACCEPT, Action.DECLINE, Action.WITHDRAW}
EMPLOYER_STEPS = {Action.VIEW, Action.INVITE, Action.OFFER, Action.REJECT}
# state -> steps that lead out of it
STEPS = {
    State.SUBMITTED: {Action.VIEW, Action.INVITE, Action.OFFER, Action.REJECT, Action.WITHDRAW},
    State.VIEWED: {Action.INVITE, Action.OFFER, Action.REJECT, Action.WITHDRAW},
    State.INTERVIEW: {Action.OFFER, Action.REJECT, Action.WITHDRAW},
    State.OFFER: {Action.REJECT, Action.ACCEPT, Action.DECLINE, Action.WITHDRAW},
    State.ACCEPTED: set(),
    State.DECLINED: set(),
    State.REJECTED: set(),
    State.WITHDRAWN: set(),
}


def steps_of(role):
    return {Role.STUDENT: STUDENT_STEPS, Role.RECRUITER: EMPLOYER_STEPS}.get(role, set())


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("action", Action)
def test_step_belongs_to_one_side(role, action):
    assert may_take(Actor(1, role), action) == (action in steps_of(role))


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("state", State)
def test_open_actions_are_the_sides_steps_from_here(role, state):
    assert set(open_actions(Actor(1, role), state)) == STEPS[state] & steps_of(role)


def test_every_state_is_reached_and_every_step_is_in_the_table():
    reached = {target for _sources, target in TRANSITIONS.values()}

    assert set(TRANSITIONS) == set(Action)
    assert reached == set(State) - {State.SUBMITTED}

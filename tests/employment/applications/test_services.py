import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.applications.enums import TRANSITIONS
from employment.applications.enums import ApplicationAction as Action
from employment.applications.enums import ApplicationState as State
from employment.applications.models import Application, ApplicationStateChange
from employment.applications.services import (
    AlreadyAppliedError,
    PostingClosedError,
    apply,
    move_application,
)
from employment.applications.signals import application_moved
from employment.common.errors import NotAllowedError, StateError
from employment.common.models import AuditEntry
from employment.postings.enums import PostingState
from tests.employment.applications.test_rules import STEPS, steps_of
from tests.factories.accounts import make_actor, make_user
from tests.factories.applications import make_application
from tests.factories.postings import make_posting
from tests.factories.students import make_student

TODAY = dt.date(2026, 11, 1)


@pytest.fixture
def moved():
    """What listeners hear once a step is committed."""
    heard = []

    def listen(*, application_id, state, **_kwargs):
        heard.append((application_id, state))

    application_moved.connect(listen)
    yield heard
    application_moved.disconnect(listen)


def owner_of(application, role):
    """The actor of this role who stands closest to the application."""
    if role == Role.STUDENT:
        return actor_for_user(application.student.user)
    if role == Role.RECRUITER:
        organisation = application.posting.employer.organisation
        return actor_for_user(make_user(role=role, organisation=organisation))
    return make_actor(role=role)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("action", Action)
def test_step_by_role_and_state(role, action):
    application = make_application()
    actor = owner_of(application, role)

    for state in State:
        Application.objects.update(state=state)
        if action not in steps_of(role):
            expected = NotAllowedError
        elif action not in STEPS[state]:
            expected = StateError
        else:
            expected = None
        if expected:
            with pytest.raises(expected):
                move_application(application=application, action=action, actor=actor)
        else:
            move_application(application=application, action=action, actor=actor)
        application.refresh_from_db()
        assert application.state == (state if expected else TRANSITIONS[action][1])


@pytest.mark.django_db
def test_second_click_on_the_same_step_is_refused(django_capture_on_commit_callbacks, moved):
    application = make_application()
    actor = owner_of(application, Role.RECRUITER)

    with django_capture_on_commit_callbacks(execute=True):
        move_application(application=application, action=Action.INVITE, actor=actor, note="周三")
        with pytest.raises(StateError):
            move_application(application=application, action=Action.INVITE, actor=actor)

    step = ApplicationStateChange.objects.get()
    assert (step.from_state, step.to_state, step.note) == (State.SUBMITTED, State.INTERVIEW, "周三")
    assert step.actor_id == actor.user_id
    assert moved == [(application.pk, State.INTERVIEW)]


@pytest.mark.django_db
def test_applying_is_logged_and_told(django_capture_on_commit_callbacks, moved):
    student, posting = make_student(), make_posting()

    with django_capture_on_commit_callbacks(execute=True):
        application = apply(student=student, posting=posting, today=TODAY, message="您好")

    assert (application.state, application.message) == (State.SUBMITTED, "您好")
    step = application.state_changes.get()
    assert (step.from_state, step.to_state, step.actor) == ("", State.SUBMITTED, student.user)
    assert moved == [(application.pk, State.SUBMITTED)]
    entry = AuditEntry.objects.get(action="application.moved")
    assert "您好" not in str(entry.detail)


@pytest.mark.django_db
@pytest.mark.parametrize("state", sorted(set(PostingState) - {PostingState.PUBLISHED}))
def test_posting_that_is_not_published_takes_no_application(state):
    posting = make_posting(state=state)

    with pytest.raises(PostingClosedError):
        apply(student=make_student(), posting=posting, today=TODAY)

    assert not Application.objects.exists()


@pytest.mark.django_db
def test_application_on_the_deadline_is_taken_and_a_day_later_refused():
    posting = make_posting(deadline=TODAY)

    apply(student=make_student(), posting=posting, today=TODAY)
    with pytest.raises(PostingClosedError):
        apply(student=make_student(), posting=posting, today=TODAY + dt.timedelta(days=1))

    assert Application.objects.count() == 1


@pytest.mark.django_db
def test_stale_posting_in_hand_does_not_open_a_closed_one():
    posting = make_posting()
    type(posting).objects.update(state=PostingState.CLOSED)

    with pytest.raises(PostingClosedError):
        apply(student=make_student(), posting=posting, today=TODAY)


@pytest.mark.django_db
@pytest.mark.parametrize("state", State)
def test_one_application_a_pair_whatever_became_of_it(state):
    application = make_application(state=state)

    with pytest.raises(AlreadyAppliedError):
        apply(student=application.student, posting=application.posting, today=TODAY)

    assert Application.objects.count() == 1


def side_by_side(*calls):
    """Run the calls in threads that start together; their results or errors, in order."""
    together = Barrier(len(calls))

    def run(call):
        try:
            together.wait(timeout=10)
            return call()
        except (AlreadyAppliedError, StateError) as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


@pytest.mark.django_db(transaction=True)
def test_two_simultaneous_applications_make_one_row():
    student, posting = make_student(), make_posting()

    def click():
        return apply(student=student, posting=posting, today=TODAY)

    results = side_by_side(click, click)

    assert {type(result) for result in results} == {Application, AlreadyAppliedError}
    assert Application.objects.count() == ApplicationStateChange.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_simultaneous_steps_make_one():
    application = make_application(state=State.OFFER)
    student = owner_of(application, Role.STUDENT)

    results = side_by_side(
        lambda: move_application(application=application, action=Action.ACCEPT, actor=student),
        lambda: move_application(application=application, action=Action.DECLINE, actor=student),
    )

    assert {type(result) for result in results} == {Application, StateError}
    assert ApplicationStateChange.objects.count() == 1

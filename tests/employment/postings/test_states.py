import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.common.errors import DomainError, InvalidError, NotAllowedError, StateError
from employment.common.models import AuditEntry
from employment.postings import rules
from employment.postings.enums import (
    TRANSITIONS,
    PostingAction,
    PostingState,
    VerificationState,
)
from employment.postings.models import Posting, PostingStateChange
from employment.postings.services import (
    change_posting_state,
    change_posting_states,
    expire_postings,
)
from employment.postings.services.states import DeadlinePassedError, EmployerBlockedError
from tests.factories.accounts import make_actor, make_university
from tests.factories.postings import make_employer, make_posting
from tests.factories.taxonomy import make_taxonomy

NOW = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
A = PostingAction
OFFICE_STEPS = {A.SUBMIT, A.WITHDRAW, A.PUBLISH, A.REJECT, A.REVISE, A.CLOSE, A.REOPEN}
OWNER_STEPS = {A.SUBMIT, A.WITHDRAW, A.REVISE, A.CLOSE, A.REOPEN}
# Who may take which steps on a posting shown to one university; anybody else may take none.
STEPS_OF = {
    "own office": OFFICE_STEPS,
    "own university admin": OFFICE_STEPS,
    "platform admin": OFFICE_STEPS,
    "own recruiter": OWNER_STEPS,
    "other office": set(),
    "other recruiter": set(),
    "counsellor": set(),
    "student": set(),
    "government": set(),
    "social": set(),
}


def actor_called(name: str, posting: Posting) -> Actor:
    university, organisation = posting.audience, posting.employer.organisation
    made = {
        "own office": lambda: make_actor(role=Role.CAREER_OFFICE, organisation=university),
        "own university admin": lambda: make_actor(
            role=Role.UNIVERSITY_ADMIN, organisation=university
        ),
        "platform admin": lambda: make_actor(role=Role.PLATFORM_ADMIN),
        "own recruiter": lambda: make_actor(role=Role.RECRUITER, organisation=organisation),
        "other office": lambda: make_actor(role=Role.CAREER_OFFICE),
        "other recruiter": lambda: make_actor(role=Role.RECRUITER),
        "counsellor": lambda: make_actor(role=Role.COUNSELLOR),
        "student": lambda: make_actor(role=Role.STUDENT, organisation=university),
        "government": lambda: make_actor(role=Role.GOVERNMENT),
        "social": lambda: make_actor(role=Role.SOCIAL),
    }
    return made[name]()


def outcome(posting: Posting, action: PostingAction, actor: Actor) -> str:
    try:
        changed = change_posting_state(
            posting=posting, action=action, actor=actor, reason="信息不实", now=NOW
        )
    except NotAllowedError:
        return "not allowed"
    except StateError:
        return "wrong state"
    return changed.state


@pytest.mark.django_db
@pytest.mark.parametrize("who", STEPS_OF)
def test_every_step_from_every_state(who):
    posting = make_posting(audience=make_university())
    actor = actor_called(who, posting)
    found, expected = {}, {}
    for state in PostingState:
        for action in PostingAction:
            Posting.objects.filter(pk=posting.pk).update(state=state)
            found[state, action] = outcome(posting, action, actor)
            sources, target = TRANSITIONS[action]
            allowed = action in STEPS_OF[who]
            right = target.value if state in sources else "wrong state"
            expected[state, action] = right if allowed else "not allowed"

    assert found == expected


@pytest.mark.django_db
@pytest.mark.parametrize("who", STEPS_OF)
@pytest.mark.parametrize("state", PostingState)
def test_steps_offered_are_those_that_succeed(who, state):
    posting = make_posting(audience=make_university(), state=state)
    actor = actor_called(who, posting)

    offered = rules.actions_now(actor, posting)

    expected = [
        action
        for action, (sources, _target) in TRANSITIONS.items()
        if state in sources and action in STEPS_OF[who]
    ]
    assert offered == expected


@pytest.mark.django_db
def test_postings_for_all_universities_are_the_platforms():
    posting = make_posting(state=PostingState.REVIEW)

    assert outcome(posting, A.PUBLISH, make_actor(role=Role.CAREER_OFFICE)) == "not allowed"
    assert outcome(posting, A.PUBLISH, make_actor(role=Role.PLATFORM_ADMIN)) == "published"


@pytest.mark.django_db
def test_publishing_dates_logs_and_audits(django_capture_on_commit_callbacks):
    university = make_university()
    actor = make_actor(role=Role.CAREER_OFFICE, organisation=university)
    posting = make_posting(audience=university, state=PostingState.REVIEW)
    before = posting.revision

    with django_capture_on_commit_callbacks() as callbacks:
        change_posting_state(posting=posting, action=A.PUBLISH, actor=actor, now=NOW)

    posting.refresh_from_db()
    assert (posting.state, posting.published_at, posting.state_since) == ("published", NOW, NOW)
    assert posting.revision == before + 1
    step = PostingStateChange.objects.get(posting=posting)
    assert (step.from_state, step.to_state, step.actor_id) == (
        "review",
        "published",
        actor.user_id,
    )
    entry = AuditEntry.objects.get(object_id=str(posting.pk))
    assert (entry.action, entry.actor_id) == ("posting.publish", actor.user_id)
    assert len(callbacks) == 1


@pytest.mark.django_db
def test_rejecting_needs_a_reason():
    posting = make_posting(state=PostingState.REVIEW)
    actor = make_actor(role=Role.PLATFORM_ADMIN)

    with pytest.raises(InvalidError):
        change_posting_state(posting=posting, action=A.REJECT, actor=actor, reason="  ", now=NOW)

    posting.refresh_from_db()
    assert posting.state == PostingState.REVIEW


@pytest.mark.django_db
@pytest.mark.parametrize("state", [VerificationState.REFUSED, VerificationState.FROZEN])
def test_a_blocked_employers_posting_is_not_published(state):
    posting = make_posting(state=PostingState.REVIEW, employer=make_employer(state=state))
    actor = make_actor(role=Role.PLATFORM_ADMIN)

    with pytest.raises(EmployerBlockedError):
        change_posting_state(posting=posting, action=A.PUBLISH, actor=actor, now=NOW)
    assert A.PUBLISH not in rules.actions_now(actor, posting)


@pytest.mark.django_db
def test_a_posting_past_its_deadline_is_not_published():
    posting = make_posting(state=PostingState.REVIEW, deadline=dt.date(2026, 11, 19))
    actor = make_actor(role=Role.PLATFORM_ADMIN)

    with pytest.raises(DeadlinePassedError):
        change_posting_state(posting=posting, action=A.PUBLISH, actor=actor, now=NOW)


@pytest.mark.django_db
def test_bulk_change_goes_on_after_a_refusal():
    employer = make_employer(state=VerificationState.FROZEN)
    good, blocked = make_posting(state="review"), make_posting(state="review", employer=employer)
    actor = make_actor(role=Role.PLATFORM_ADMIN)

    result = change_posting_states(postings=[blocked, good], action=A.PUBLISH, actor=actor, now=NOW)

    assert result.done == [good.pk]
    assert [(posting.pk, error.code) for posting, error in result.refused] == [
        (blocked.pk, "employer_blocked")
    ]


@pytest.mark.django_db
def test_expiry_takes_what_is_past_its_deadline():
    past = make_posting(deadline=dt.date(2026, 11, 19))
    today = make_posting(deadline=dt.date(2026, 11, 20))
    endless = make_posting(deadline=None)
    draft = make_posting(published=False, deadline=dt.date(2026, 11, 19))

    assert expire_postings(now=NOW) == 1
    assert expire_postings(now=NOW) == 0

    states = dict(Posting.objects.values_list("pk", "state"))
    assert states == {
        past.pk: "expired",
        today.pk: "published",
        endless.pk: "published",
        draft.pk: "draft",
    }
    assert list(past.state_changes.values_list("to_state", "actor")) == [("expired", None)]


@pytest.mark.django_db(transaction=True)
def test_two_publishers_at_once_leave_one_step():
    make_taxonomy()
    posting = make_posting(state=PostingState.REVIEW)
    actor = make_actor(role=Role.PLATFORM_ADMIN)
    start = Barrier(2)

    def publish() -> str:
        start.wait(timeout=10)
        try:
            change_posting_state(posting=posting, action=A.PUBLISH, actor=actor, now=NOW)
        except DomainError as error:
            return error.code
        finally:
            connection.close()
        return "published"

    with ThreadPoolExecutor(2) as pool:
        results = sorted(task.result() for task in [pool.submit(publish), pool.submit(publish)])

    assert results == ["published", "wrong_state"]
    assert PostingStateChange.objects.filter(posting=posting).count() == 1

"""Feedback becomes events, events become weights, weights go live by a click."""

import datetime as dt

import numpy as np
import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.applications.enums import ApplicationAction
from employment.applications.services import apply, move_application
from employment.common.enums import JobState
from employment.common.errors import StateError
from employment.common.models import AuditEntry
from employment.insights.services.proposals import check_proposal
from employment.matches.adapters.weights import present_weights
from employment.matches.enums import DislikeReason, EventKind, FeedbackKind
from employment.matches.models import FeedbackEvent, Match, MatchRun, WeightSet, WeightSwitch
from employment.matches.services.engine import engine_name
from employment.matches.services.feedback import (
    give_feedback,
    note_application,
    take_feedback_back,
)
from employment.matches.services.rows import match_students
from employment.matches.services.runs import start_run, work_block
from employment.matches.services.weights import (
    hand_set,
    labelled_pairs,
    run_refit,
    start_refit,
    switch_weights,
)
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import withdraw_consent
from matching.criteria import CRITERIA, Weights
from matching.weights_fit import NotEnough
from tests.employment.matches.worlds import make_world
from tests.factories.accounts import make_user
from tests.factories.matches import make_match, make_weights
from tests.factories.postings import make_posting
from tests.factories.students import make_student

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]
URL = reverse("matches:weights")


@pytest.fixture
def admin():
    return make_user(role=Role.PLATFORM_ADMIN)


def criteria(values):
    return [
        {"name": name, "value": float(value), "weight": 0.2, "points": 10.0, "known": True}
        | {"evidence": []}
        for name, value in zip(CRITERIA, values, strict=True)
    ]


@pytest.fixture
def listed():
    """A student with five matches, best first."""
    student = make_student()
    rows = [
        make_match(
            student=student, posting=make_posting(), score=90 - at, criteria=criteria([at / 10] * 5)
        )
        for at in range(5)
    ]
    return student, [row.posting for row in rows]


def kinds(student):
    rows = FeedbackEvent.objects.filter(student=student).order_by("posting_id", "pk")
    return [(row.posting_id, row.kind, row.place) for row in rows]


def test_saved_keeps_the_place_and_what_was_passed_over(listed):
    student, postings = listed
    give_feedback(student=student, posting=postings[2], kind=FeedbackKind.SAVED)
    assert kinds(student) == [
        (postings[0].pk, EventKind.SKIPPED, 1),
        (postings[1].pk, EventKind.SKIPPED, 2),
        (postings[2].pk, EventKind.SAVED, 3),
    ]
    assert FeedbackEvent.objects.get(kind=EventKind.SAVED).values["skills"] == 0.2


def test_undo_teaches_nothing(listed):
    student, postings = listed
    give_feedback(student=student, posting=postings[0], kind=FeedbackKind.SAVED)
    assert take_feedback_back(student=student, posting=postings[0])
    assert kinds(student) == []


def test_not_interested_replaces_saved(listed):
    student, postings = listed
    give_feedback(student=student, posting=postings[0], kind=FeedbackKind.SAVED)
    give_feedback(
        student=student,
        posting=postings[0],
        kind=FeedbackKind.NOT_INTERESTED,
        reason=DislikeReason.PLACE,
    )
    assert kinds(student) == [(postings[0].pk, EventKind.DISMISSED, 1)]


def test_application_steps_are_events_even_when_the_list_has_changed(listed):
    student, postings = listed
    recruiter = make_user(role=Role.RECRUITER, organisation=postings[1].employer.organisation)
    application = apply(student=student, posting=postings[1], today=timezone.localdate())
    note_application(application_id=application.pk, state=application.state)
    Match.objects.filter(student=student).delete()
    for action in (ApplicationAction.VIEW, ApplicationAction.INVITE, ApplicationAction.OFFER):
        application = move_application(
            application=application, action=action, actor=actor_for_user(recruiter)
        )
        note_application(application_id=application.pk, state=application.state)
    own = FeedbackEvent.objects.filter(posting=postings[1]).order_by("pk")
    assert [(row.kind, row.place) for row in own] == [
        (EventKind.APPLIED, 2),
        (EventKind.INTERVIEW, 2),
        (EventKind.OFFER, 2),
    ]


def test_posting_in_no_list_teaches_nothing(listed):
    student, _postings = listed
    give_feedback(student=student, posting=make_posting(), kind=FeedbackKind.SAVED)
    assert kinds(student) == []


def test_opening_a_match_counts_once(client, listed):
    student, postings = listed
    client.force_login(student.user)
    for _ in range(2):
        client.get(reverse("matches:detail", args=[postings[1].pk]))
    assert kinds(student) == [(postings[1].pk, EventKind.VIEWED, 2)]


def test_place_as_reason_offers_to_change_the_wishes(client, listed):
    student, postings = listed
    client.force_login(student.user)
    url = reverse("matches:feedback", args=[postings[0].pk, "not_interested"])
    page = client.post(url, {"reason": "place"}, headers={"HX-Request": "true"}).content.decode()
    assert reverse("students:intention") in page


def test_labels_hold_the_highest_grade_of_a_pair(listed):
    student, postings = listed
    give_feedback(student=student, posting=postings[1], kind=FeedbackKind.SAVED)
    give_feedback(student=student, posting=postings[0], kind=FeedbackKind.SAVED)
    found = {row.posting: row.grade for row in labelled_pairs()}
    assert found == {postings[0].pk: 2, postings[1].pk: 2}


def test_labels_end_with_the_consent(listed):
    student, postings = listed
    give_feedback(student=student, posting=postings[1], kind=FeedbackKind.SAVED)
    withdraw_consent(user=student.user, purpose=Purpose.MATCHING)
    assert labelled_pairs() == []


def add_feedback(students=60, seed=3):
    """Students who save what has the skills, whatever else a posting offers."""
    rng = np.random.default_rng(seed)
    postings = [make_posting() for _ in range(8)]
    start, events = timezone.now() - dt.timedelta(days=90), []
    for number in range(students):
        student = make_student()
        for place, posting in enumerate(postings):
            values = rng.random(5)
            kind = EventKind.SAVED if values[1] > 0.6 else EventKind.SKIPPED
            named = dict(zip(CRITERIA, values.tolist(), strict=True))
            event = FeedbackEvent(
                student=student, posting=posting, kind=kind, place=place + 1, values=named
            )
            events.append((event, start + dt.timedelta(days=number)))
    FeedbackEvent.objects.bulk_create([event for event, _at in events])
    for event, at in events:
        event.at = at
    FeedbackEvent.objects.bulk_update([event for event, _at in events], ["at"])


def test_refit_proposes_and_changes_nothing(admin):
    add_feedback()
    job = start_refit(actor=admin, ring=False)
    row = run_refit(job_id=job.pk, min_positives=60)
    job.refresh_from_db()
    assert isinstance(row, WeightSet)
    assert row.values["skills"] > Weights().skills
    assert row.figures["proposed"]["ndcg"] > row.figures["present"]["ndcg"]
    assert not row.active
    assert present_weights() == Weights()
    assert job.state == JobState.DONE
    assert job.result == {"outcome": "proposed", "version": row.version}


def test_refit_says_when_there_is_not_enough(admin):
    job = start_refit(actor=admin, ring=False)
    assert isinstance(run_refit(job_id=job.pk), NotEnough)
    job.refresh_from_db()
    assert job.result["outcome"] == "not_enough"
    assert run_refit(job_id=job.pk) is None


def test_refit_asked_twice_is_one(admin):
    assert start_refit(actor=admin, ring=False) == start_refit(actor=admin, ring=False)


def test_switch_makes_lists_anew_and_back_again(admin):
    make_world(students=5, postings=8)
    start_run(ring=False)
    finish_runs()
    before = list(
        Match.objects.order_by("student_id", "posting_id").values_list("score", flat=True)
    )
    name = engine_name()
    switch_weights(after=make_weights(), actor=admin)
    assert engine_name() != name
    finish_runs()
    rows = Match.objects.all()
    assert {row.weights_version for row in rows} == {"2026.1-r9"}
    switch_weights(after=hand_set(), actor=admin)
    assert engine_name() == name
    finish_runs()
    after = list(Match.objects.order_by("student_id", "posting_id").values_list("score", flat=True))
    assert after == before
    assert AuditEntry.objects.filter(action="weights.switched").count() == 2
    assert WeightSwitch.objects.count() == 2


def finish_runs():
    run = MatchRun.objects.get(job__finished_at__isnull=True)
    while work_block(run_id=run.pk):
        pass


def test_switch_to_what_is_live_is_refused(admin):
    row = make_weights(active=True)
    with pytest.raises(StateError):
        switch_weights(after=row, actor=admin)


def test_only_one_set_is_live():
    make_weights(active=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_weights(version="2026.1-r10", active=True)


def test_proposal_is_checked_for_groups(admin):
    students, _postings = make_world(students=6, postings=8)
    match_students(student_ids=[student.pk for student in students])
    row = make_weights()
    found = check_proposal(weights_id=row.pk)
    row.refresh_from_db()
    assert row.figures["groups"] == found == {"students": 6, "before": 0, "after": 0}


def test_page_puts_live_and_back(client, admin):
    row = make_weights()
    client.force_login(admin)
    assert client.get(URL).status_code == 200
    client.post(reverse("matches:weights_live", args=[row.pk]))
    assert present_weights().version == row.version
    page = client.get(URL).content.decode()
    assert Weights().version in page
    client.post(reverse("matches:weights_live", args=[hand_set().pk]))
    assert present_weights() == Weights()


def test_page_starts_a_refit(client, admin):
    client.force_login(admin)
    assert client.post(reverse("matches:weights_refit")).status_code == 302
    assert "200" in client.get(URL).content.decode()

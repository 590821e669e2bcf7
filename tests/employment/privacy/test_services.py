from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from employment.accounts.models import Membership, User
from employment.applications.models import Application
from employment.common.models import AuditEntry
from employment.matches.enums import FeedbackKind
from employment.matches.models import MatchFeedback, StudentSync, StudentVector
from employment.matches.services.feedback import give_feedback
from employment.matches.services.rows import match_students
from employment.privacy.enums import Purpose
from employment.privacy.models import Consent
from employment.privacy.services.consents import (
    TEXT_VERSION,
    grant_consent,
    has_consent,
    withdraw_consent,
)
from employment.privacy.services.personal_data import erase_personal_data, export_personal_data
from employment.privacy.signals import consent_changed
from employment.students.models import Experience, StudentProfile
from tests.factories.accounts import make_user
from tests.factories.applications import make_application
from tests.factories.postings import make_posting
from tests.factories.students import make_experience, make_intention, make_student
from tests.factories.taxonomy import make_taxonomy


@pytest.fixture
def heard():
    calls = []

    def listen(*, user_id, purpose, **_kwargs):
        calls.append((user_id, purpose))

    consent_changed.connect(listen)
    yield calls
    consent_changed.disconnect(listen)


@pytest.mark.django_db
@pytest.mark.parametrize("purpose", Purpose)
def test_agreeing_twice_is_one_consent(heard, purpose):
    user = make_user()

    first = grant_consent(user=user, purpose=purpose)
    second = grant_consent(user=user, purpose=purpose)

    assert second == first == Consent.objects.get()
    assert (first.text_version, first.withdrawn_at) == (TEXT_VERSION, None)
    assert heard == [(user.pk, purpose)]
    assert AuditEntry.objects.filter(action="consent.granted").count() == 1


@pytest.mark.django_db
def test_taken_back_consent_stays_in_the_history(heard):
    user = make_user()
    grant_consent(user=user, purpose=Purpose.MATCHING)

    assert withdraw_consent(user=user, purpose=Purpose.MATCHING)
    assert not withdraw_consent(user=user, purpose=Purpose.MATCHING)
    assert not has_consent(user_id=user.pk, purpose=Purpose.MATCHING)
    grant_consent(user=user, purpose=Purpose.MATCHING)

    assert has_consent(user_id=user.pk, purpose=Purpose.MATCHING)
    assert Consent.objects.count() == 2
    assert len(heard) == 3


@pytest.mark.django_db
def test_purposes_and_people_are_independent():
    mine, other = make_user(), make_user()
    for user in (mine, other):
        for purpose in Purpose:
            grant_consent(user=user, purpose=purpose)

    withdraw_consent(user=mine, purpose=Purpose.EMPLOYERS)

    kept = set(Consent.objects.in_force().values_list("user", "purpose"))
    assert kept == {(u.pk, p) for u in (mine, other) for p in Purpose} - {(mine.pk, "employers")}


@pytest.mark.django_db(transaction=True)
def test_two_simultaneous_agreements_are_one_consent():
    user, together = make_user(), Barrier(2)

    def agree(_number):
        try:
            together.wait(timeout=10)
            return grant_consent(user=user, purpose=Purpose.MATCHING)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(agree, range(2))

    assert first == second == Consent.objects.get()


@pytest.fixture
def known():
    """A student about whom everything is kept that can be."""
    make_taxonomy()
    posting = make_posting(requirements=True)
    student = make_student(skills=["python"])
    make_intention(student)
    make_experience(student)
    make_application(student=student, posting=posting)
    match_students(student_ids=[student.pk])
    give_feedback(student=student, posting=posting, kind=FeedbackKind.SAVED)
    assert student.vectors.exists()
    assert student.matches.exists()
    return student


@pytest.mark.django_db
def test_export_holds_what_is_kept_and_nothing_of_others(known):
    other = make_student(summary="别人的自我介绍")

    export = export_personal_data(user=known.user)

    text = str(export)
    assert set(export) >= {"account", "applications", "consents", "matches", "profile"}
    for own in ("校园二手交易平台", known.user.name, known.student_no, "Python"):
        assert own in text
    assert "别人的自我介绍" not in text
    assert other.user.name not in text
    assert AuditEntry.objects.filter(action="personal_data.exported").count() == 1


@pytest.mark.django_db
def test_erasing_leaves_no_row_of_the_person(known):
    other = make_student()
    name, number = known.user.name, known.student_no

    erase_personal_data(user=known.user)

    assert list(StudentProfile.objects.all()) == [other]
    for model in (Application, Experience, MatchFeedback, StudentSync, StudentVector):
        assert not model.objects.exists(), model
    assert not User.objects.filter(pk=known.user_id).exists()
    assert not Membership.objects.filter(user=known.user_id).exists()
    assert not Consent.objects.filter(user=known.user_id).exists()
    log = str(list(AuditEntry.objects.values("action", "object_id", "detail")))
    assert "personal_data.erased" in log
    assert name not in log
    assert number not in log

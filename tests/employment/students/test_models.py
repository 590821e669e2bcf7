"""Whose rows a role sees, and who may be matched."""

import pytest

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import withdraw_consent
from employment.students.models import StudentProfile
from tests.factories.accounts import make_college, make_user
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db


def seen_by(user):
    return set(StudentProfile.objects.visible_to(actor_for_user(user)))


@pytest.fixture
def campus():
    """Two colleges of one university with a student each, and a student elsewhere."""
    college = make_college()
    sister = make_college(university=college.parent)
    return [make_student(college=college), make_student(college=sister), make_student()]


def test_student_sees_only_the_own_row(campus):
    assert seen_by(campus[0].user) == {campus[0]}


@pytest.mark.parametrize("role", sorted(OFFICE_ROLES))
def test_office_sees_its_university(campus, role):
    user = make_user(role=role, organisation=campus[0].university)

    assert seen_by(user) == set(campus[:2])


def test_counsellor_of_a_college_sees_it_and_the_own_students_elsewhere_in_the_university(campus):
    user = make_user(role=Role.COUNSELLOR, organisation=campus[0].college)

    assert seen_by(user) == {campus[0]}
    for other in campus[1:]:
        other.counsellor = user
        other.save()
    assert seen_by(user) == set(campus[:2])


def test_counsellor_of_a_university_sees_only_assigned_students(campus):
    user = make_user(role=Role.COUNSELLOR, organisation=campus[0].university)

    assert seen_by(user) == set()
    campus[1].counsellor = user
    campus[1].save()
    assert seen_by(user) == {campus[1]}


def test_platform_sees_all(campus):
    assert seen_by(make_user(role=Role.PLATFORM_ADMIN)) == set(campus)


@pytest.mark.parametrize("role", [None, Role.RECRUITER, Role.GOVERNMENT, Role.SOCIAL])
def test_others_see_nobody(campus, role):
    assert seen_by(make_user(role=role)) == set()


@pytest.mark.parametrize(
    ("fields", "matched"),
    [
        ({}, True),
        ({"bare": True, "major": None}, False),
        ({"bare": True, "major": None, "degree": 30}, True),
        ({"bare": True, "major": None, "major_text": "物联网"}, True),
        ({"consents": set(Purpose) - {Purpose.MATCHING}}, False),
    ],
)
def test_who_may_be_matched(fields, matched):
    make_student(**fields)

    assert StudentProfile.objects.matchable().exists() == matched


def test_withdrawn_consent_counts_as_none_and_nobody_is_doubled():
    student = make_student()
    withdraw_consent(user=student.user, purpose=Purpose.EMPLOYERS)

    assert not StudentProfile.objects.consenting(Purpose.EMPLOYERS).exists()
    assert StudentProfile.objects.consenting(Purpose.MATCHING).get() == student

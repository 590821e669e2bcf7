"""Whose applications a role sees."""

import pytest

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import OrganisationKind, Role
from employment.applications.models import Application
from employment.applications.selectors import application_list, state_counts
from tests.factories.accounts import make_college, make_organisation, make_user
from tests.factories.applications import make_application
from tests.factories.postings import make_employer, make_posting
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    college = make_college()
    employer = make_employer()
    return make_application(
        student=make_student(college=college), posting=make_posting(employer=employer)
    )


def own_organisation(application, role):
    student = application.student
    return {
        Role.RECRUITER: application.posting.employer.organisation,
        Role.COUNSELLOR: student.college,
        Role.CAREER_OFFICE: student.university,
        Role.UNIVERSITY_ADMIN: student.university,
        Role.PLATFORM_ADMIN: make_organisation(kind=OrganisationKind.PLATFORM),
    }[role]


@pytest.mark.parametrize(
    "role",
    [
        Role.RECRUITER,
        Role.COUNSELLOR,
        Role.CAREER_OFFICE,
        Role.UNIVERSITY_ADMIN,
        Role.PLATFORM_ADMIN,
    ],
)
def test_own_side_sees_the_application(application, role):
    actor = actor_for_user(make_user(role=role, organisation=own_organisation(application, role)))
    make_application()

    seen = Application.objects.visible_to(actor).filter(pk=application.pk)

    assert seen.exists()
    everything = role == Role.PLATFORM_ADMIN
    assert application_list(actor).count() == (2 if everything else 1)
    assert state_counts(actor)["submitted"] == (2 if everything else 1)


@pytest.mark.parametrize("role", [None, *sorted(set(Role) - {Role.PLATFORM_ADMIN})])
def test_stranger_of_any_role_sees_nothing(application, role):
    actor = actor_for_user(make_user(role=role))

    assert not Application.objects.visible_to(actor).exists()


def test_student_sees_only_the_own_applications(application):
    make_application(posting=application.posting)

    actor = actor_for_user(application.student.user)

    assert list(Application.objects.visible_to(actor)) == [application]

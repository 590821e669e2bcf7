import pytest

from employment.accounts.enums import Role
from tests.factories.accounts import make_university, make_user
from tests.factories.postings import make_employer
from tests.factories.taxonomy import make_taxonomy


@pytest.fixture
def taxonomy(db):
    make_taxonomy()


@pytest.fixture
def university(taxonomy):
    return make_university()


@pytest.fixture
def employer(taxonomy):
    return make_employer()


@pytest.fixture
def office(university):
    return make_user(role=Role.CAREER_OFFICE, organisation=university)


@pytest.fixture
def recruiter(employer):
    return make_user(role=Role.RECRUITER, organisation=employer.organisation)


@pytest.fixture
def student(university):
    return make_user(role=Role.STUDENT, organisation=university)


@pytest.fixture
def platform_admin(taxonomy):
    return make_user(role=Role.PLATFORM_ADMIN)

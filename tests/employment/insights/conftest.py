import pytest

from employment.accounts.enums import Role
from tests.factories.accounts import make_university, make_user
from tests.factories.taxonomy import make_taxonomy


@pytest.fixture
def taxonomy(db):
    make_taxonomy()


@pytest.fixture
def university(taxonomy):
    return make_university()


@pytest.fixture
def dean(university):
    return make_user(role=Role.UNIVERSITY_ADMIN, organisation=university)


@pytest.fixture
def government(taxonomy):
    return make_user(role=Role.GOVERNMENT)

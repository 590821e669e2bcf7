import pytest

from tests.factories.taxonomy import make_taxonomy


@pytest.fixture
def taxonomy(db):
    make_taxonomy()

import pytest

from employment.matches.services import coder_versions, live
from employment.taxonomy.selectors import forget_rows
from tests.factories.taxonomy import make_taxonomy


@pytest.fixture(autouse=True)
def fresh_engine():
    """What the engine keeps per process outlives a test's rows."""

    def forget():
        forget_rows()
        coder_versions._coder.cache_clear()
        live._live.cache_clear()

    forget()
    yield
    forget()


@pytest.fixture
def taxonomy(db):
    make_taxonomy()

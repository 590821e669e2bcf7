import pytest

from employment.matches.adapters import lexicon
from employment.taxonomy.selectors import forget_rows
from tests.factories.taxonomy import make_taxonomy


@pytest.fixture
def taxonomy(db):
    """Reference rows of the tests, and a lexicon that has seen no other test's rows."""
    forget_rows()
    lexicon._built.cache_clear()
    make_taxonomy()
    yield
    forget_rows()
    lexicon._built.cache_clear()

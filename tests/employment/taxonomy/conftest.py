import pytest

from employment.taxonomy.selectors import forget_rows
from employment.taxonomy.services.loading import load_reference


@pytest.fixture(autouse=True)
def fresh_rows():
    """Rows are kept per process, and the database of a test is rolled back behind their back."""
    forget_rows()
    yield
    forget_rows()


@pytest.fixture(scope="module")
def reference(django_db_setup, django_db_blocker):
    """The whole reference data, loaded once for the tests of a module."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        load_reference()
        yield
        transaction.set_rollback(True)

import pytest

from employment.imports.enums import ImportTarget
from employment.imports.services import begin_import, create_import, run_import
from employment.taxonomy.selectors import forget_rows
from tests.factories.accounts import make_university
from tests.factories.taxonomy import make_taxonomy


@pytest.fixture(autouse=True)
def reference_rows(db):
    """What readers keep per process is of this test's tables."""
    forget_rows()
    make_taxonomy()
    yield
    forget_rows()


@pytest.fixture
def university():
    return make_university()


@pytest.fixture
def start(university):
    """Keep a roster and fix its columns; nothing is written yet."""

    def keep(file, *, dry_run=False, **options):
        upload = create_import(
            target=ImportTarget.STUDENTS,
            file=file,
            name=file.name,
            organisation_id=university.pk,
            options=options,
        )
        begin_import(upload=upload, mapping=upload.mapping, dry_run=dry_run, ring=False)
        return upload

    return keep


@pytest.fixture
def bring(start):
    """Import a roster to its end."""

    def run(file, **options):
        return run_import(upload_id=start(file, **options).pk)

    return run

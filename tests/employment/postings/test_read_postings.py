import pytest
from django.core.management import call_command

from employment.postings.models import Posting
from tests.factories.postings import make_posting

pytestmark = pytest.mark.django_db


def test_only_what_an_older_extractor_read_is_read_again(capsys):
    old, new = make_posting(), make_posting()
    Posting.objects.update(extraction_version=99)
    Posting.objects.filter(pk=old.pk).update(extraction_version=0)

    call_command("read_postings")

    assert capsys.readouterr().out == "1 postings read.\n"
    old.refresh_from_db()
    new.refresh_from_db()
    assert old.extraction_version > 0
    assert new.extraction_version == 99

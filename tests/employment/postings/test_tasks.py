import datetime as dt

import pytest

from employment.postings.tasks import expire_postings
from tests.factories.postings import make_posting


@pytest.mark.django_db
def test_the_beat_expires_what_is_overdue(time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 20, 1, tzinfo=dt.UTC))
    past, running = make_posting(deadline=dt.date(2026, 11, 19)), make_posting()

    expire_postings()

    past.refresh_from_db()
    running.refresh_from_db()
    assert (past.state, running.state) == ("expired", "published")

"""Here the tables are empty at first; the other modules share one load."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from employment.taxonomy import selectors
from employment.taxonomy.adapters.skills import Fault
from employment.taxonomy.models import ReferenceStamp, Region, Skill
from employment.taxonomy.services import loading
from tests.factories.taxonomy import make_region, make_skill

pytestmark = pytest.mark.django_db


def test_faulty_lexicon_is_refused_and_the_rest_loaded(monkeypatch):
    fault = Fault("law.csv", 3, "id x repeats law.csv:2")
    monkeypatch.setattr(loading, "find_faults", lambda rows, occupations: [fault])

    with pytest.raises(CommandError, match=r"skills/law.csv:3: id x repeats law.csv:2"):
        call_command("load_reference", stdout=StringIO())

    assert Region.objects.exists()
    assert not Skill.objects.exists()
    assert not ReferenceStamp.objects.filter(dataset="skills").exists()


def test_nothing_is_kept_before_the_first_load():
    assert selectors.region_rows() == []
    make_region("330100")

    assert [row.code for row in selectors.region_rows()] == ["330000", "330100"]
    assert selectors.reference_stamp() == ""


def test_query_count_does_not_grow(client, django_assert_num_queries):
    make_region("330100")
    for code in ("330200", "340100", "110000"):
        with django_assert_num_queries(1):
            client.get(reverse("taxonomy:regions"))
        make_region(code)


def test_rows_written_by_hand_need_no_search_text(client):
    make_skill("python")

    assert client.get(reverse("taxonomy:skills")).json()["results"][0]["id"] == "python"

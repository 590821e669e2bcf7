import datetime as dt
import io

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from employment.accounts.enums import Role
from employment.postings.models import Posting
from tests.factories.accounts import make_user
from tests.factories.applications import make_application
from tests.factories.postings import make_employer, make_posting

HTMX = {"HTTP_HX_REQUEST": "true"}
LIST, MANAGE, OWN = "postings:list", "postings:manage", "postings:own"


def page(response):
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("url_name", [LIST, MANAGE, OWN, "postings:employers"])
def test_list_pages_keep_their_query_count(client, url_name, university, employer):
    role = Role.RECRUITER if url_name == OWN else Role.CAREER_OFFICE
    home = employer.organisation if url_name == OWN else university
    client.force_login(make_user(role=role, organisation=home))

    def queries():
        query = {"queue": "published", "state": "verified"}
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(reverse(url_name), query).status_code == 200
        return len(captured)

    def add():
        shown = make_employer() if url_name == "postings:employers" else employer
        make_posting(
            employer=shown, audience=university, requirements=True, occupation="2-02-10-03"
        )

    add()
    queries()
    one = queries()
    add()
    add()

    assert queries() == one


def test_queues_count_and_order_what_waits(client, office, university):
    late = make_posting(title="早交", audience=university, state="review")
    make_posting(title="晚交", audience=university, state="review")
    make_posting(audience=university, published=False)
    make_posting(state="review")
    Posting.objects.filter(pk=late.pk).update(state_since=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    client.force_login(office)

    html = page(client.get(reverse(MANAGE)))

    counts = [span.get_text() for span in html.select(".q-tabs .q-count")]
    assert counts == ["2", "1", "0", "0", "0", "0"]
    assert [a.get_text() for a in html.select("tbody a[href]")] == ["早交", "晚交"]


def test_bulk_publishing_reports_what_was_refused(client, office, university):
    good = make_posting(audience=university, state="review")
    frozen = make_posting(
        title="冻结岗", audience=university, state="review", employer=make_employer(state="frozen")
    )
    foreign = make_posting(state="review")
    client.force_login(office)
    url = reverse("postings:manage_bulk")

    response = client.post(
        url, {"posting": [good.pk, frozen.pk], "action": "publish", "query": "queue=review"}
    )
    client.post(url, {"posting": [foreign.pk], "action": "publish"})

    states = dict(Posting.objects.values_list("pk", "state"))
    assert states == {good.pk: "published", frozen.pk: "review", foreign.pk: "review"}
    assert response.url == f"{reverse(MANAGE)}?queue=review"
    warning = page(client.get(response.url)).select_one(".q-alert.is-warning")
    assert "冻结岗" in warning.get_text()


def test_export_holds_the_filtered_rows_and_no_formulas(client, office, university):
    make_posting(title="=1+1", audience=university)
    make_posting(title="别的", audience=university, regions=["330200"])
    client.force_login(office)
    url, query = reverse("postings:manage_export"), {"queue": "published", "region": "杭州市"}

    book = load_workbook(io.BytesIO(client.get(url, query).content))
    text = client.get(url, query | {"format": "csv"}).content.decode("utf-8-sig")

    rows = list(book.active.iter_rows(values_only=True))
    assert [row[1] for row in rows[1:]] == ["'=1+1"]
    assert "'=1+1" in text
    assert "别的" not in text


def test_own_postings_show_state_reason_and_applicants(client, recruiter, employer):
    posting = make_posting(employer=employer, state="rejected", title="实施顾问")
    posting.state_changes.create(from_state="review", to_state="rejected", reason="请写明薪资")
    make_application(posting=posting)
    make_posting(title="别家的")
    client.force_login(recruiter)

    row = page(client.get(reverse(OWN))).select("tbody tr")

    assert len(row) == 1
    assert "请写明薪资" in row[0].get_text()
    assert row[0].select_one(f'a[href$="?posting={posting.pk}"]').get_text() == "1"

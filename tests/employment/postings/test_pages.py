import datetime as dt
import io
import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from employment.accounts.enums import Role
from employment.postings.models import Posting
from employment.postings.services import index_postings
from tests.factories.accounts import make_university, make_user
from tests.factories.applications import make_application
from tests.factories.postings import DESCRIPTION, make_employer, make_posting
from tests.factories.students import make_student

HTMX = {"HTTP_HX_REQUEST": "true"}
LIST, MANAGE, OWN = "postings:list", "postings:manage", "postings:own"


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def titles(response):
    return [
        link.get_text(strip=True).replace("\u2009", "") for link in page(response).select("h2 a")
    ]


def form_data(**changes):
    return {
        "title": "数据分析师",
        "description": DESCRIPTION,
        "kind": "full_time",
        "regions": "杭州市, 宁波市",
        "pay_min": "8000",
        "pay_max": "12000",
        "seats": "3",
    } | changes


def test_search_page_shows_open_postings_and_active_filters(client, student):
    make_posting(title="杭州岗")
    make_posting(title="宁波岗", regions=["330200"])
    make_posting(title="草稿", published=False)
    client.force_login(student)

    response = client.get(reverse(LIST), {"region": "宁波市"})

    assert titles(response) == ["宁波岗"]
    chip = page(response).select_one(".q-chip")
    assert "宁波市" in chip.get_text()
    assert chip["href"] == "?"


def test_search_by_htmx_answers_with_the_results_alone(client, student):
    make_posting(title="杭州岗")
    client.force_login(student)

    response = client.get(reverse(LIST), **HTMX)

    assert page(response).select_one("html") is None
    assert page(response).select_one("#results") is not None


def test_search_without_results_offers_all_postings(client, student):
    client.force_login(student)

    response = client.get(reverse(LIST), {"q": "没有这样的岗位"})

    assert page(response).select_one(f'#results a[href="{reverse(LIST)}"]') is not None


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


def test_detail_marks_the_sentences_and_lists_the_requirements(client, student):
    posting = make_posting(requirements=True, title="开发岗")
    client.force_login(student)

    html = page(client.get(reverse("postings:detail", args=[posting.pk])))

    marks = [mark.get_text() for mark in html.select(".q-posting-line mark")]
    assert marks == ["本科及以上学历", "熟练使用 Python", "熟悉 MySQL"]
    shown = "".join(line.get_text() for line in html.select(".q-posting-line"))
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", posting.description)
    assert len(html.select(".q-cards-on-phone tbody tr")) == 3


def test_a_student_can_apply_from_an_open_posting_only(client, student):
    open_one, past = make_posting(), make_posting(deadline=dt.date(2020, 1, 1))
    client.force_login(student)

    apply_url = reverse("applications:apply", args=[open_one.pk])
    past_url = reverse("applications:apply", args=[past.pk])

    detail = page(client.get(reverse("postings:detail", args=[open_one.pk])))
    past_detail = page(client.get(reverse("postings:detail", args=[past.pk])))
    assert detail.select_one(f'a[href="{apply_url}"]') is not None
    assert past_detail.select_one(f'a[href="{past_url}"]') is None


def test_a_student_still_reads_a_closed_posting_applied_for(client, university):
    profile = make_student(university=university)
    posting = make_posting(state="closed")
    client.force_login(profile.user)
    url = reverse("postings:detail", args=[posting.pk])

    assert client.get(url).status_code == 404
    make_application(student=profile, posting=posting)
    assert client.get(url).status_code == 200


def test_similar_postings_are_of_the_same_occupation(client, student):
    posting = make_posting(title="甲", occupation="2-02-10-03")
    make_posting(title="乙", occupation="2-02-10-03")
    make_posting(title="丙", occupation="2-06-03-00")
    client.force_login(student)

    html = page(client.get(reverse("postings:detail", args=[posting.pk])))

    assert [link.get_text(strip=True) for link in html.select(".q-similar a")] == ["乙"]


def test_strangers_find_nothing(client, student, university):
    draft = make_posting(published=False, audience=university)
    elsewhere = make_posting(audience=make_university())
    names = ("detail", "edit", "requirements")
    urls = [
        reverse(f"postings:{name}", args=[posting.pk])
        for posting in (draft, elsewhere)
        for name in names
    ]
    strangers = [
        student,
        make_user(role=Role.RECRUITER),
        make_user(role=Role.CAREER_OFFICE),
        make_user(role=Role.GOVERNMENT),
        make_user(),
    ]
    office_elsewhere = make_user(role=Role.CAREER_OFFICE, organisation=elsewhere.audience)
    for user in strangers:
        client.force_login(user)
        assert {client.get(url).status_code for url in urls} == {404}
    client.force_login(office_elsewhere)
    assert [client.get(url).status_code for url in urls] == [404] * 3 + [200] * 3


@pytest.mark.parametrize(
    "name", ["list", "create", "own", "manage", "manage_export", "employers", "employer_create"]
)
def test_anonymous_visitors_are_asked_to_sign_in(client, db, name):
    response = client.get(reverse(f"postings:{name}"))

    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("method", "name", "needs_pk"),
    [
        ("post", "list", False),
        ("post", "manage", False),
        ("get", "manage_bulk", False),
        ("get", "change_state", True),
        ("get", "read_again", True),
        ("post", "detail", True),
    ],
)
def test_wrong_methods(client, platform_admin, method, name, needs_pk):
    client.force_login(platform_admin)
    args = [make_posting().pk] if needs_pk else []

    response = getattr(client, method)(reverse(f"postings:{name}", args=args))

    assert response.status_code == 405


def test_a_recruiter_writes_and_submits(client, recruiter, university):
    client.force_login(recruiter)

    response = client.post(reverse("postings:create"), form_data(audience=university.pk))
    posting = Posting.objects.get(title="数据分析师")
    client.post(reverse("postings:change_state", args=[posting.pk]), {"action": "submit"})

    posting.refresh_from_db()
    assert response.url == reverse("postings:requirements", args=[posting.pk])
    assert (posting.state, posting.audience_id) == ("review", university.pk)
    assert posting.region_text == "杭州市、宁波市"
    assert set(posting.regions.values_list("pk", flat=True)) == {"330100", "330200"}


def test_an_office_writes_for_an_employer_not_known_yet(client, office, university):
    client.force_login(office)

    client.post(reverse("postings:create"), form_data(employer_name="白桦文化有限公司"))

    posting = Posting.objects.get(title="数据分析师")
    assert posting.employer.organisation.name == "白桦文化有限公司"
    assert (posting.employer.state, posting.audience_id) == ("pending", university.pk)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"regions": "没有这个地方"}, "regions"),
        ({"pay_max": "1000"}, "pay_max"),
        ({"deadline": "2020-01-01"}, "deadline"),
        ({"seats": "0"}, "seats"),
    ],
)
def test_a_wrong_entry_is_marked_and_the_rest_kept(client, recruiter, changes, field):
    client.force_login(recruiter)

    response = client.post(reverse("postings:create"), form_data(**changes))

    assert response.status_code == 422
    assert page(response).select_one(f"#id_{field}_error, [name={field}].is-invalid") is not None
    assert DESCRIPTION.splitlines()[0] in page(response).select_one("#id_description").get_text()
    assert not Posting.objects.exists()


def test_editing_keeps_what_was_not_touched(client, office, university):
    posting = make_posting(
        audience=university,
        occupation="2-02-10-03",
        industry="65",
        region_text="杭州余杭",
        fresh_only=False,
    )
    client.force_login(office)
    url = reverse("postings:edit", args=[posting.pk])
    html = page(client.get(url))
    sent = {
        field["name"]: field.get("value", "")
        for field in html.select("main input[name]")
        if field["type"] not in ("checkbox", "hidden")
    }
    sent |= {
        field["name"]: (field.select_one("option[selected]") or {}).get("value", "")
        for field in html.select("main select[name]")
    }
    sent["description"] = html.select_one("#id_description").get_text().lstrip("\n")

    response = client.post(url, sent | {"title": "新名称"})

    assert response.status_code == 302
    after = Posting.objects.get(pk=posting.pk)
    assert after.title == "新名称"
    kept = ("occupation_id", "industry_id", "region_text", "fresh_only", "pay_min", "deadline")
    assert [getattr(after, name) for name in kept] == [getattr(posting, name) for name in kept]


def test_the_requirement_editor_adds_removes_and_saves(client, office, university):
    posting = make_posting(audience=university, requirements=True)
    client.force_login(office)
    url = reverse("postings:requirements", args=[posting.pk])
    html = page(client.get(url))
    rows = [field["value"] for field in html.select("input[name=row]")]
    sent = {
        field["name"]: field.get("value", "")
        for field in html.select("#requirements input[name]")
        if field["type"] != "checkbox" or field.has_attr("checked")
    }
    sent |= {
        field["name"]: (field.select_one("option[selected]") or {}).get("value", "")
        for field in html.select("#requirements select[name]")
    }
    sent["row"] = rows[1:]

    fragment = client.post(url, sent | {"add": "major"}, **HTMX)
    new = [field["value"] for field in page(fragment).select("input[name=row]")][-1]
    sent |= {
        "row": [*rows[1:], new],
        f"{new}-kind": "major",
        f"{new}-names": "计算机类, 会计学",
        f"{new}-strength": "must",
    }
    response = client.post(url, sent)

    assert page(fragment).select_one("html") is None
    assert response.status_code == 302
    assert list(posting.requirements.values_list("kind", "label", "codes", "origin")) == [
        ("skill", "Python", ["python"], "text"),
        ("skill", "MySQL", ["mysql"], "text"),
        ("major", "计算机类、会计学", ["0809", "5102", "120203"], "person"),
    ]


def test_the_requirement_editor_names_what_it_does_not_know(client, office, university):
    posting = make_posting(audience=university)
    client.force_login(office)

    response = client.post(
        reverse("postings:requirements", args=[posting.pk]),
        {"row": "n0", "n0-kind": "skill", "n0-names": "没有这种技能", "n0-strength": "must"},
    )

    assert response.status_code == 422
    assert "没有这种技能" in page(response).select_one(".q-field-error").get_text()
    assert not posting.requirements.exists()


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


def test_english_pages_use_english_words(client, student):
    index_postings(posting_ids=[make_posting().pk])
    client.force_login(student)
    client.cookies["django_language"] = "en"

    html = page(client.get(reverse(LIST)))

    assert html.select_one("h1").get_text(strip=True) == "Find postings"
    assert "Hangzhou" in html.select_one(".q-posting").get_text()

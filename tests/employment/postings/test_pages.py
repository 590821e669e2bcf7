import datetime as dt
import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from employment.accounts.enums import Role
from employment.postings.services import index_postings
from tests.factories.accounts import make_university, make_user
from tests.factories.applications import make_application
from tests.factories.postings import make_posting
from tests.factories.students import make_student

HTMX = {"HTTP_HX_REQUEST": "true"}
LIST, MANAGE, OWN = "postings:list", "postings:manage", "postings:own"


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def titles(response):
    return [
        link.get_text(strip=True).replace("\u2009", "") for link in page(response).select("h2 a")
    ]


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


def test_english_pages_use_english_words(client, student):
    index_postings(posting_ids=[make_posting().pk])
    client.force_login(student)
    client.cookies["django_language"] = "en"

    html = page(client.get(reverse(LIST)))

    assert html.select_one("h1").get_text(strip=True) == "Find postings"
    assert "Hangzhou" in html.select_one(".q-posting").get_text()

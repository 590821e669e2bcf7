import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from employment.postings.models import Posting
from tests.factories.postings import DESCRIPTION, make_posting

HTMX = {"HTTP_HX_REQUEST": "true"}
LIST, MANAGE, OWN = "postings:list", "postings:manage", "postings:own"


def page(response):
    return BeautifulSoup(response.content, "html.parser")


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

    fragment = client.post(url, sent | {"add_row": "major"}, **HTMX)
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

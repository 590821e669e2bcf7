import pytest
from django.urls import reverse
from rest_framework.authtoken.models import Token

from employment.accounts.enums import Role
from employment.postings.models import Posting
from tests.factories.accounts import make_user
from tests.factories.postings import DESCRIPTION, make_posting

URL = "/api/v1/postings/"
BODY = {
    "title": "数据分析师",
    "description": DESCRIPTION,
    "regions": ["330100"],
    "pay_min": 8000,
    "pay_max": 12000,
}


def send(client, method, url, body):
    return getattr(client, method)(url, body, content_type="application/json")


def test_list_searches_like_the_page(client, student):
    make_posting(title="杭州岗", requirements=True)
    make_posting(title="宁波岗", regions=["330200"])
    client.force_login(student)

    body = client.get(URL, {"region": "330200"}).json()

    assert [row["title"] for row in body["results"]] == ["宁波岗"]
    assert body["results"][0]["regions"] == ["330200"]


def test_an_unreadable_filter_is_an_error(client, student):
    client.force_login(student)

    response = client.get(URL, {"region": "没有这个地方"})

    assert response.status_code == 400
    assert list(response.json()) == ["region"]


def test_detail_holds_requirements_and_steps(client, office, university):
    posting = make_posting(audience=university, state="review", requirements=True)
    client.force_login(office)

    body = client.get(f"{URL}{posting.pk}/").json()

    assert [row["label"] for row in body["requirements"]] == ["本科及以上", "Python", "MySQL"]
    assert body["actions"] == ["withdraw", "publish", "reject"]


def test_a_token_serves_as_well_as_a_session(client, student):
    posting = make_posting()
    token = Token.objects.create(user=student)

    response = client.get(f"{URL}{posting.pk}/", HTTP_AUTHORIZATION=f"Token {token.key}")

    assert response.json()["id"] == posting.pk


def test_anonymous_is_refused(client, taxonomy):
    assert client.get(URL).status_code == 401


def test_a_recruiter_writes_edits_and_submits(client, recruiter, employer):
    client.force_login(recruiter)

    created = send(client, "post", URL, BODY)
    pk = created.json()["id"]
    edited = send(client, "patch", f"{URL}{pk}/", {"seats": 7})
    submitted = send(client, "post", f"{URL}{pk}/state/", {"action": "submit"})

    assert (created.status_code, created.json()["state"]) == (201, "draft")
    assert created.json()["degree_floor"] == 40
    assert (edited.status_code, edited.json()["seats"]) == (200, 7)
    assert submitted.json()["state"] == "review"
    assert Posting.objects.get(pk=pk).employer == employer


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": ""}, "title"),
        ({"pay_max": 1000}, "pay_max"),
        ({"deadline": "2020-01-01"}, "deadline"),
        ({"regions": ["999999"]}, "regions"),
        ({"seats": 0}, "seats"),
    ],
)
def test_wrong_values_name_their_field(client, recruiter, body, field):
    client.force_login(recruiter)

    response = send(client, "post", URL, BODY | body)

    assert response.status_code == 400
    assert list(response.json()) == [field]


def test_rules_answer_with_their_code(client, recruiter, employer):
    posting = make_posting(employer=employer)
    client.force_login(recruiter)
    url = f"{URL}{posting.pk}/state/"

    not_mine = send(client, "post", url, {"action": "publish"})
    wrong = send(client, "post", url, {"action": "submit"})

    assert (not_mine.status_code, not_mine.json()["code"]) == (403, "not_allowed")
    assert (wrong.status_code, wrong.json()["code"]) == (409, "wrong_state")


@pytest.mark.parametrize("role", [Role.STUDENT, Role.COUNSELLOR, Role.GOVERNMENT])
def test_readers_do_not_write(client, taxonomy, role):
    posting = make_posting()
    client.force_login(make_user(role=role))

    assert send(client, "post", URL, BODY).status_code == 403
    assert send(client, "patch", f"{URL}{posting.pk}/", {"seats": 1}).status_code == 404
    assert send(client, "post", f"{URL}{posting.pk}/state/", {"action": "close"}).status_code == 404


def test_managed_scope_lists_own_drafts(client, recruiter, employer):
    make_posting(employer=employer, title="草稿", published=False)
    make_posting(employer=employer, title="发布的")
    make_posting(title="别家的")
    client.force_login(recruiter)

    drafts = client.get(URL, {"scope": "managed", "state": "draft"}).json()["results"]

    assert [row["title"] for row in drafts] == ["草稿"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_keeps_its_query_count(client, student, count, django_assert_num_queries):
    for _ in range(count):
        make_posting(requirements=True, industry="65", occupation="2-02-10-03")
    client.force_login(student)

    with django_assert_num_queries(6):
        assert len(client.get(URL).json()["results"]) == count


def test_url_names(db):
    assert reverse("api:postings-api:list") == URL

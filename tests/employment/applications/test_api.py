import pytest

from employment.accounts.enums import Role
from employment.applications.enums import ApplicationState
from employment.applications.models import Application
from tests.factories.accounts import make_user
from tests.factories.applications import make_application
from tests.factories.postings import make_posting
from tests.factories.students import make_student
from tests.factories.taxonomy import make_taxonomy

URL = "/api/v1/applications/"


@pytest.fixture
def student(db):
    make_taxonomy()
    return make_student()


@pytest.fixture
def posting(student):
    return make_posting()


@pytest.fixture
def recruiter(posting):
    return make_user(role=Role.RECRUITER, organisation=posting.employer.organisation)


def send(client, url, body):
    return client.post(url, body, content_type="application/json")


def test_a_student_applies_once(client, student, posting):
    client.force_login(student.user)

    first = send(client, URL, {"posting": posting.pk, "message": "我做过类似项目。"})
    again = send(client, URL, {"posting": posting.pk})

    assert (first.status_code, first.json()["actions"]) == (201, ["withdraw"])
    assert (again.status_code, again.json()["code"]) == (409, "already_applied")
    assert Application.objects.get().message == "我做过类似项目。"


def test_what_is_not_shown_cannot_be_applied_for(client, student):
    client.force_login(student.user)
    draft = make_posting(published=False)

    assert send(client, URL, {"posting": draft.pk}).status_code == 404
    assert send(client, URL, {}).status_code == 400


def test_each_side_takes_its_steps(client, student, posting, recruiter):
    application = make_application(student=student, posting=posting)
    url = f"{URL}{application.pk}/state/"

    client.force_login(recruiter)
    offer = send(client, url, {"action": "offer", "note": "欢迎加入"})
    theirs = send(client, url, {"action": "accept"})
    client.force_login(student.user)
    accepted = send(client, url, {"action": "accept"})
    again = send(client, url, {"action": "accept"})

    assert (offer.status_code, offer.json()["state"]) == (200, "offer")
    assert offer.json()["steps"][0]["note"] == "欢迎加入"
    assert (theirs.status_code, theirs.json()["code"]) == (403, "not_allowed")
    assert accepted.json()["state"] == "accepted"
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")


def test_lists_hold_what_the_account_may_see(client, student, posting, recruiter):
    own = make_application(student=student, posting=posting)
    sent = make_application(posting=posting, state=ApplicationState.VIEWED)
    foreign = make_application()

    def listed(user, **query):
        client.force_login(user)
        return {row["id"] for row in client.get(URL, query).json()["results"]}

    assert listed(student.user) == {own.pk}
    assert listed(recruiter) == {own.pk, sent.pk}
    assert listed(recruiter, state="viewed") == {sent.pk}
    assert listed(recruiter, posting=foreign.posting_id) == set()
    assert client.get(f"{URL}{foreign.pk}/").status_code == 404
    assert send(client, f"{URL}{foreign.pk}/state/", {"action": "view"}).status_code == 404


def test_unreadable_filters_are_errors(client, student):
    client.force_login(student.user)

    assert list(client.get(URL, {"state": "x"}).json()) == ["state"]
    assert list(client.get(URL, {"posting": "x"}).json()) == ["posting"]


@pytest.mark.parametrize("role", [Role.GOVERNMENT, Role.SOCIAL])
def test_to_outsiders_it_does_not_exist(client, student, role):
    client.force_login(make_user(role=role))

    assert client.get(URL).status_code == 404


def test_only_students_apply(client, recruiter, posting):
    client.force_login(recruiter)

    assert send(client, URL, {"posting": posting.pk}).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_list_keeps_its_query_count(client, student, count, django_assert_num_queries):
    for _ in range(count):
        make_application(student=student)
    client.force_login(student.user)

    with django_assert_num_queries(5):
        assert len(client.get(URL).json()["results"]) == count

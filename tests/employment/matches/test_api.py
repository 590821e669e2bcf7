import pytest

from employment.accounts.enums import Role
from employment.matches.enums import Band
from employment.matches.models import MatchFeedback
from employment.privacy.enums import Purpose
from tests.factories.accounts import make_user
from tests.factories.applications import make_application
from tests.factories.matches import make_match
from tests.factories.postings import make_posting
from tests.factories.students import make_student

URL = "/api/v1/matches/"


@pytest.fixture
def student(taxonomy):
    return make_student()


@pytest.fixture
def posting(student):
    return make_posting()


@pytest.fixture
def recruiter(posting):
    return make_user(role=Role.RECRUITER, organisation=posting.employer.organisation)


def send(client, method, url, body=None):
    return getattr(client, method)(url, body, content_type="application/json")


def test_the_list_is_the_pages_list(client, student, posting):
    make_match(student=student, posting=posting, score=70)
    better = make_match(student=student, score=90, band=Band.GOOD)
    make_match(student=student, posting=make_posting(published=False))
    make_match(posting=posting)
    client.force_login(student.user)

    rows = client.get(URL).json()["results"]
    good = client.get(URL, {"band": "good"}).json()["results"]

    assert [row["posting"]["id"] for row in rows] == [better.posting_id, posting.pk]
    assert [row["posting"]["id"] for row in good] == [better.posting_id]
    assert rows[1]["shown_to"] == 2
    assert list(client.get(URL, {"band": "x"}).json()) == ["band"]


def test_the_detail_holds_parts_and_checks(client, student, posting):
    make_match(student=student, posting=posting)
    client.force_login(student.user)

    body = client.get(f"{URL}{posting.pk}/").json()

    assert sum(row["points"] for row in body["criteria"]) == body["score"]
    assert body["checks"][0]["outcome"] == "satisfied"
    assert body["checks"][0]["evidence"][0]["source"] == "project"
    assert client.get(f"{URL}{make_match().posting_id}/").status_code == 404


def test_feedback_is_given_and_taken_back(client, student, posting):
    make_match(student=student, posting=posting)
    client.force_login(student.user)
    url = f"{URL}{posting.pk}/feedback/"

    said = send(client, "post", url, {"kind": "not_interested", "reason": "pay"})
    hidden = client.get(URL).json()["count"]
    undone = client.delete(url)

    assert (said.status_code, said.json()) == (200, {"kind": "not_interested", "reason": "pay"})
    assert hidden == 0
    assert undone.status_code == 204
    assert not MatchFeedback.objects.exists()
    assert send(client, "post", url, {"kind": "undo"}).status_code == 400
    assert send(client, "post", f"{URL}0/feedback/", {"kind": "saved"}).status_code == 404


def test_employers_see_no_names_before_an_application(client, recruiter, posting, student):
    make_match(student=student, posting=posting, score=90)
    applied = make_application(posting=posting)
    make_match(student=applied.student, posting=posting, score=80)
    make_match(student=make_student(consents=[Purpose.MATCHING]), posting=posting)
    client.force_login(recruiter)

    answer = client.get(f"/api/v1/postings/{posting.pk}/matches/")
    unknown, known = answer.json()["results"]

    assert unknown["student"] is None
    assert "evidence" not in unknown["checks"][0]
    assert known["student"] == {"id": applied.student_id, "name": applied.student.name}
    assert known["checks"][0]["evidence"]
    assert student.name not in answer.content.decode()


def test_staff_see_their_own_students(client, posting, student):
    own = make_match(student=student, posting=posting)
    make_match(posting=posting)
    client.force_login(make_user(role=Role.CAREER_OFFICE, organisation=student.university))

    rows = client.get(f"/api/v1/postings/{posting.pk}/matches/").json()["results"]

    assert [row["student"]["id"] for row in rows] == [own.student_id]


def test_a_foreign_posting_does_not_exist(client, posting, recruiter):
    client.force_login(recruiter)

    assert client.get(f"/api/v1/postings/{make_posting().pk}/matches/").status_code == 404


@pytest.mark.parametrize("role", list(Role))
def test_each_role_has_its_routes(client, posting, role):
    user = make_user(role=role)
    if role == Role.STUDENT:
        make_student(user=user)
    client.force_login(user)

    own = client.get(URL).status_code
    other = client.get(f"/api/v1/postings/{posting.pk}/matches/").status_code

    assert own == (200 if role == Role.STUDENT else 404)
    readers = {Role.COUNSELLOR, Role.CAREER_OFFICE, Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN}
    assert other == (200 if role in readers else 404)


@pytest.mark.parametrize("count", [1, 3])
def test_list_keeps_its_query_count(client, student, count, django_assert_num_queries):
    for _ in range(count):
        make_match(student=student)
    client.force_login(student.user)

    with django_assert_num_queries(7):
        assert len(client.get(URL).json()["results"]) == count

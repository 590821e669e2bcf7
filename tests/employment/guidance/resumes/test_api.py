import pytest

from employment.guidance.resumes.models import Resume
from tests.factories.resumes import FULL, make_resume
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db
LIST = "/api/v1/resumes/"
JSON = {"content_type": "application/json"}


@pytest.fixture
def resume(client):
    student = make_student()
    client.force_login(student.user)
    return make_resume(student)


def test_a_resume_is_made_from_the_profile(client, resume):
    made = client.post(LIST, {"language": "en", "title": "CV"}, **JSON)

    assert made.status_code == 201
    assert made.json()["content"]["contact"]["name"]
    assert {row["id"] for row in client.get(LIST).json()} == {resume.pk, made.json()["id"]}


def test_the_content_is_changed_from_the_revision_that_was_read(client, resume):
    address = f"{LIST}{resume.pk}/"
    content = FULL.to_json() | {"target": "新目标"}

    changed = client.patch(address, {"content": content, "revision": 1}, **JSON)
    stale = client.patch(address, {"content": FULL.to_json(), "revision": 1}, **JSON)

    assert changed.json()["revision"] == 2
    assert stale.status_code == 409
    assert Resume.objects.get().content.target == "新目标"
    assert client.get(f"{address}versions/").json()[0]["content"]["target"] == FULL.target


@pytest.mark.parametrize(
    "body",
    [
        {"content": FULL.to_json()},
        {"content": {"version": 1}, "revision": 1},
        {"content": FULL.to_json() | {"target": 5}, "revision": 1},
        {"content": FULL.to_json() | {"order": []}, "revision": 1},
        {"content": FULL.to_json() | {"contact": 3}, "revision": 1},
        {"template": "none"},
    ],
)
def test_what_is_not_a_resume_is_refused(client, resume, body):
    assert client.patch(f"{LIST}{resume.pk}/", body, **JSON).status_code == 400


def test_versions_judgement_and_pdf(client, resume):
    address = f"{LIST}{resume.pk}/"

    assert client.post(f"{address}versions/", {"note": "一"}, **JSON).json()["number"] == 1
    assert "remarks" in client.get(f"{address}judgement/").json()
    assert client.get(f"{address}pdf/").content.startswith(b"%PDF")
    assert client.get(f"{address}docx/").content.startswith(b"PK")


def test_a_strangers_resume_is_not_found(client, resume):
    client.force_login(make_student().user)

    assert client.get(f"{LIST}{resume.pk}/").status_code == 404
    assert client.get(LIST).json() == []

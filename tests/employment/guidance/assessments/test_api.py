import pytest

from employment.privacy.enums import Purpose
from tests.factories.assessments import make_result
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db
BASE = "/api/v1/assessments/"


def post(client, path, data=None):
    return client.post(f"{BASE}{path}", data or {}, content_type="application/json")


def test_an_assessment_from_start_to_result(client):
    client.force_login(make_student().user)
    assert "values" in [row["code"] for row in client.get(BASE).json()]

    sitting = post(client, "sittings/", {"instrument": "values"}).json()
    path = f"sittings/{sitting['id']}/"
    for number, question in enumerate(sitting["questions"]):
        answer = {"item": question["code"], "value": number % 5 + 1, "milliseconds": 3000}
        assert post(client, path, answer).status_code == 200
    resumed = post(client, "sittings/", {"instrument": "values"}).json()
    assert resumed["id"] == sitting["id"]
    assert resumed["questions"][1]["value"] == 2

    result = post(client, f"{path}finish/").json()

    assert post(client, f"{path}finish/").json() == result
    assert client.get(f"{BASE}results/").json() == [result]


def test_without_consent_it_is_refused(client):
    client.force_login(make_student(consents=[Purpose.MATCHING]).user)

    assert post(client, "sittings/", {"instrument": "values"}).status_code == 403


def test_strangers_find_nothing(client):
    result = make_result(make_student(), code="values")
    client.force_login(make_student().user)

    assert client.get(f"{BASE}sittings/{result.sitting_id}/").status_code == 404
    assert client.get(f"{BASE}results/").json() == []

import pytest

from tests.factories.students import make_student

pytestmark = pytest.mark.django_db
RUNS = "/api/v1/scenarios/runs/"


def test_a_run_goes_from_scene_to_scene(client):
    client.force_login(make_student().user)
    codes = [row["code"] for row in client.get("/api/v1/scenarios/").json()]
    run = client.post(RUNS, {"scenario": codes[0]}, content_type="application/json").json()
    assert run["scene"]["code"] == "found"

    answer = {"node": "found", "choice": "size"}
    step = client.post(f"{RUNS}{run['id']}/", answer, content_type="application/json")

    assert step.json()["scene"]["code"] == "ask"
    assert client.get(f"{RUNS}{run['id']}/").json()["shown"] == []


def test_a_strangers_run_is_not_found(client):
    client.force_login(make_student().user)
    run = client.post(RUNS, {"scenario": "first-day"}, content_type="application/json").json()

    client.force_login(make_student().user)

    assert client.get(f"{RUNS}{run['id']}/").status_code == 404

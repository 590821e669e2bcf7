import pytest
from django.urls import reverse

from employment.guidance.plans.models import Task
from tests.factories.plans import make_task
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db


@pytest.fixture
def student(client):
    student = make_student()
    client.force_login(student.user)
    return student


def test_roadmap_and_advice_are_read(client, student):
    steps = client.get(reverse("api:plans-api:roadmap")).json()
    cards = client.get(reverse("api:plans-api:advice")).json()

    assert {one["code"] for one in steps} > {"autumn", "third-year"}
    assert next(one for one in cards if one["code"] == "intention-empty")["outcome"] == "active"
    assert all(one["missing"] for one in cards if one["outcome"] == "unknown")


def test_a_task_is_written_done_and_undone(client, student):
    made = client.post(reverse("api:plans-api:tasks"), {"title": "改简历"})
    assert made.status_code == 201
    url = reverse("api:plans-api:task_done", args=[made.json()["id"]])

    assert client.post(url).json()["state"] == "done"
    assert client.delete(url).json()["state"] == "open"


def test_anothers_task_does_not_exist(client, student):
    task = make_task(make_student())

    assert client.post(reverse("api:plans-api:task_done", args=[task.pk])).status_code == 404
    assert Task.objects.get(pk=task.pk).state == "open"

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from employment.accounts.enums import Role
from employment.guidance.scenarios.models import Run
from employment.guidance.scenarios.services.runs import share_run
from tests.factories.accounts import make_college, make_user
from tests.factories.scenarios import make_run
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db


@pytest.fixture
def college():
    return make_college()


@pytest.fixture
def student(client, college):
    student = make_student(college=college)
    client.force_login(student.user)
    return student


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def test_a_scenario_is_played_to_its_debrief(client, student):
    url = reverse("scenarios:start", args=["report-delay"])
    here = client.post(url).url
    scene = page(client.get(here))
    assert len(scene.select("button[name=choice]")) == 3

    for answer in (
        {"node": "found", "choice": "size"},
        {"node": "ask", "choice": "options"},
        {"node": "write", "words": "三张表有误，抱歉"},
    ):
        client.post(f"{here}step/", answer)
    shown = client.get(here)
    assert "三张表有误，抱歉" in shown.content.decode()  # beside the model answer
    client.post(f"{here}step/", {"node": "review", "choice": "check"})

    debrief = client.get(here, follow=True)
    assert debrief.redirect_chain[-1][0].endswith("/debrief/")
    assert "核对脚本" in debrief.content.decode()


def test_an_answer_out_of_turn_is_told(client, student):
    run = make_run(student, ended=False)

    response = client.post(
        reverse("scenarios:step", args=[run.pk]), {"node": "write", "words": "x"}, follow=True
    )

    assert "alert" in response.content.decode()
    assert Run.objects.get().node == "found"


def test_filters_narrow_the_catalogue(client, student):
    everything = page(client.get(reverse("scenarios:catalogue")))
    rights = page(client.get(reverse("scenarios:catalogue"), {"topic": "rights"}))

    assert len(everything.select("article")) == 8
    assert len(rights.select("article")) == 2


def test_the_counsellor_reads_only_what_is_shared(client, college):
    student = make_student(college=college)
    run = make_run(student)
    url = reverse("scenarios:debrief", args=[run.pk])
    client.force_login(make_user(role=Role.COUNSELLOR, organisation=college))
    assert client.get(url).status_code == 404

    share_run(run=run, shared=True)

    assert client.get(url).status_code == 200
    profile = client.get(reverse("students:detail", args=[student.pk]))
    assert url in profile.content.decode()
    assert client.post(reverse("scenarios:delete", args=[run.pk])).status_code == 404


def test_a_run_is_deleted_by_its_student(client, student):
    run = make_run(student)

    client.post(reverse("scenarios:delete", args=[run.pk]))

    assert not Run.objects.exists()


def test_the_catalogue_asks_the_same_number_of_queries(
    client, student, django_assert_max_num_queries
):
    make_run(student)
    with django_assert_max_num_queries(40) as first:
        client.get(reverse("scenarios:catalogue"))
    for code in ("cross-team", "first-day"):
        make_run(student, code=code)

    with django_assert_max_num_queries(len(first)):
        client.get(reverse("scenarios:catalogue"))


def test_a_finished_run_can_be_looked_back_at_from_the_catalogue(client, student):
    run = make_run(student)
    url = reverse("scenarios:debrief", args=[run.pk])

    assert run.ended
    assert page(client.get(reverse("scenarios:catalogue"))).select_one(f"a[href='{url}']")

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from employment.accounts.enums import Role
from employment.guidance.plans.models import AdviceEpisode, MilestoneMark, PlanSettings, Task
from employment.guidance.plans.services.settings import rotate_feed
from tests.factories.accounts import make_college, make_user
from tests.factories.plans import make_task
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


def test_the_plan_of_a_bare_profile_says_what_it_needs(client):
    client.force_login(make_student(bare=True).user)

    page = client.get(reverse("plans:overview"))

    assert page.status_code == 200
    assert reverse("students:basics") in page.content.decode()


def test_a_task_is_written_moved_done_and_undone(client, student):
    client.post(reverse("plans:new_task"), {"title": "改简历", "due": "2026-11-01"})
    task = Task.objects.get(student=student)
    client.post(reverse("plans:move", args=[task.pk, "done"]))
    assert Task.objects.get().state == "done"
    client.post(reverse("plans:move", args=[task.pk, "undo"]))

    assert "改简历" in client.get(reverse("plans:overview")).content.decode()
    assert Task.objects.get().state == "open"


def test_a_task_without_title_is_refused_with_the_reason(client, student):
    page = client.post(reverse("plans:new_task"), {"title": ""})

    assert page.status_code == 200
    assert "is-invalid" in page.content.decode()
    assert not Task.objects.exists()


def test_a_milestone_is_marked_unmarked_and_taken_once(client, student):
    url = reverse("plans:mark", args=["autumn"])
    client.post(url, {"mark": "done"})
    assert MilestoneMark.objects.get().mark == "done"
    client.post(url, {"mark": ""})
    assert not MilestoneMark.objects.exists()

    for _ in range(2):
        client.post(reverse("plans:take_milestone", args=["autumn"]))
    assert Task.objects.filter(student=student, source_key="autumn").count() == 1


def test_advice_is_followed_put_away_and_shown_again(client, student):
    client.get(reverse("plans:overview"))
    code = "intention-empty"
    act = client.post(reverse("plans:advice", args=[code, "act"]))
    assert act.url == reverse("students:intention")
    client.post(reverse("plans:advice", args=[code, "dismiss"]), {"reason": "later"})
    assert AdviceEpisode.objects.get(module=code).dismiss_reason == "later"

    client.post(reverse("plans:advice", args=[code, "back"]))

    assert AdviceEpisode.objects.get(module=code).dismissed_on is None


def test_the_feed_opens_with_its_token_until_a_new_one_is_made(client, student):
    make_task(student, title="投递三个岗位", due=timezone.localdate() + dt.timedelta(2))
    old = rotate_feed(student=student).feed_token
    client.logout()
    url = reverse("plans:feed", args=[old])
    calendar = Calendar.from_ical(client.get(url).content)
    assert "投递三个岗位" in {str(event["summary"]) for event in calendar.walk("VEVENT")}

    rotate_feed(student=student)

    assert client.get(url).status_code == 404
    assert PlanSettings.objects.get().feed_token != old


def test_a_counsellor_reads_and_suggests_and_the_student_decides(client, college, student):
    counsellor = make_user(role=Role.COUNSELLOR, organisation=college)
    client.force_login(counsellor)
    url = reverse("plans:student", args=[student.pk])
    assert client.get(url).status_code == 200
    assert url in client.get(reverse("students:detail", args=[student.pk])).content.decode()
    client.post(url, {"title": "来聊一次"})
    task = Task.objects.get()
    assert task.state == "suggested"

    client.force_login(student.user)
    client.post(reverse("plans:move", args=[task.pk, "accept"]))

    assert Task.objects.get().state == "open"


def test_the_home_page_shows_what_is_due(client, student):
    make_task(student, title="投递三个岗位", due=timezone.localdate())

    assert "投递三个岗位" in client.get("/").content.decode()


def test_the_page_asks_as_often_for_three_tasks_as_for_one(
    client, student, django_assert_num_queries, django_assert_max_num_queries
):
    url = reverse("plans:overview")
    make_task(student)
    client.get(url)
    with django_assert_max_num_queries(80) as few:
        client.get(url)
    make_task(student)
    make_task(student)

    with django_assert_num_queries(len(few)):
        client.get(url)


def test_settings_are_saved(client, student):
    values = {"graduation_month": 1, "delayed_years": 1, "lead_days": 5, "by_mail": "on"}
    client.post(reverse("plans:settings"), values)

    row = PlanSettings.objects.get(student=student)
    assert (row.graduation_month, row.delayed_years, row.by_mail) == (1, 1, True)


def test_staff_see_what_is_overdue_above_the_years_and_in_an_open_year(client, college):
    student = make_student(college=college)
    client.force_login(make_user(role=Role.COUNSELLOR, organisation=college))

    page = client.get(reverse("plans:student", args=[student.pk]))

    steps = [step for term in page.context["terms"] for step in term.steps]
    overdue = [step for step in steps if step.state == "overdue"]
    assert set(overdue) <= set(page.context["present"])
    assert overdue
    for term in page.context["terms"]:
        assert term.overdue == sum(step.state == "overdue" for step in term.steps)
    shown = BeautifulSoup(page.content, "html.parser").select_one(".card .list-group")
    assert overdue[0].title in shown.get_text().replace("\u2009", "")

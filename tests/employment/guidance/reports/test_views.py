import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.common.models import AuditEntry
from employment.guidance.plans.services.tasks import finish_task
from employment.guidance.reports.models import Order, Report, ReportSetting, ShareLink
from employment.guidance.reports.services.orders import order_batch, order_report, work_order
from tests.factories.accounts import make_college, make_user
from tests.factories.plans import make_task
from tests.factories.reports import make_link, make_report, make_rich_student
from tests.factories.students import make_skill_claim, make_student

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]


@pytest.fixture
def college():
    return make_college()


@pytest.fixture
def student(client, college):
    student = make_rich_student(college=college, university=college.parent)
    client.force_login(student.user)
    return student


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def text(response):
    return response.content.decode()


def test_a_report_is_asked_for_and_read(client, student):
    assert page(client.get(reverse("reports:latest"))).select_one("form button.btn-primary")

    order = order_report(student=student)
    waiting = page(client.get(reverse("reports:latest")))
    poll = waiting.select_one(".q-job")["hx-get"]
    assert client.get(poll).status_code == 200
    work_order(order_id=order.pk)

    done = client.get(poll, headers={"hx-request": "true"})
    here = done["HX-Redirect"]
    assert here == reverse("reports:report", args=[Report.objects.get().pk])
    shown = page(client.get(here))
    assert len(shown.select("section.q-report-section")) == 8
    assert shown.select_one("#strengths a[href*='/students/me/']")
    assert shown.select_one("#gaps table")  # the chart is a table too


def test_a_changed_profile_makes_the_report_stale(client, student):
    report = make_report(student)
    url = reverse("reports:report", args=[report.pk])
    assert "之后有变化" not in text(client.get(url))

    data = {"name": "AutoCAD", "level": 3, "evidence": "零件图"}
    client.post(reverse("students:add_record", args=["skills"]), data)

    assert "之后有变化" in text(client.get(url))


def test_two_versions_are_compared(client, student):
    make_report(student)
    make_skill_claim(student, skill="mysql", evidence="订单模块")
    second = make_report(student)

    shown = text(client.get(reverse("reports:comparison", args=[second.pk])))

    assert "新增优势" in shown
    assert "MySQL" in shown
    first = Report.objects.get(version=1)
    assert client.get(reverse("reports:comparison", args=[first.pk])).status_code == 404


def test_a_shared_link_shows_neither_name_nor_assessments_unless_ticked(client, student):
    report = make_report(student)
    url = reverse("reports:share", args=[report.pk])
    stranger = Client()

    plain = stranger.get(link_of(client.post(url, {"days": 7})))
    full = stranger.get(
        link_of(client.post(url, {"days": 7, "with_name": "1", "with_assessments": "1"}))
    )

    assert plain["X-Robots-Tag"] == "noindex, nofollow"
    assert "欧阳清" not in text(plain)
    assert "数据结构" not in text(plain)
    assert not page(plain).select("#strengths a[href*='/students/me/']")
    assert "欧阳清" in text(full)
    assert "数据结构" in text(full)


def test_the_path_names_the_students_own_tasks_but_not_to_strangers(client, student):
    task = make_task(student, title="找王老师聊一聊", due=timezone.localdate())
    report = make_report(student)
    url = reverse("reports:report", args=[report.pk])

    own = page(client.get(url)).select_one("#path")
    link = link_of(client.post(reverse("reports:share", args=[report.pk]), {"days": 7}))

    assert "找王老师聊一聊" in own.text
    assert own.select(f"a[href='{reverse('plans:task', args=[task.pk])}']")
    assert "找王老师聊一聊" not in text(Client().get(link))
    finish_task(task=task)
    assert "之后有变化" in text(client.get(url))


def link_of(response):
    return re.search(r'id="report-link"[^>]*>https?://[^/]+([^<]+)<', text(response))[1]


def test_a_link_that_is_taken_back_is_not_found(client, student):
    made = make_link(make_report(student))
    url = reverse("reports:shared", args=[made.token])
    assert Client().get(url).status_code == 200

    client.post(reverse("reports:revoke", args=[made.link.pk]))

    assert Client().get(url).status_code == 404
    assert Client().get(reverse("reports:shared_pdf", args=[made.token])).status_code == 404
    assert ShareLink.objects.get().views == 1


def test_staff_read_it_without_assessments_until_the_student_shows_them(client, student, college):
    report = make_report(student)
    url = reverse("reports:report", args=[report.pk])
    staff = Client()
    staff.force_login(make_user(role=Role.COUNSELLOR, organisation=college))

    assert "数据结构" not in text(staff.get(url))
    client.post(reverse("reports:staff_share"), {"share": "1"})
    assert "数据结构" in text(staff.get(url))
    client.post(reverse("reports:staff_share"), {"hide": "1"})
    assert "数据结构" not in text(staff.get(url))

    assert AuditEntry.objects.filter(action="report.read").count() == 3
    assert ReportSetting.objects.get().share_assessments is False
    assert url in text(staff.get(reverse("students:detail", args=[student.pk])))


def test_a_counsellor_orders_a_batch_and_sees_its_progress(client, college):
    student = make_student(college=college)
    client.force_login(make_user(role=Role.COUNSELLOR, organisation=college))

    client.post(reverse("reports:batches"), {"college": college.pk, "cohort": 2027})

    order = Order.objects.get()
    assert client.get(reverse("reports:batch_progress", args=[order.pk])).status_code == 200
    assert Report.objects.get(order=order).student == student


def test_a_waiting_batch_is_cancelled(client, college):
    make_student(college=college)
    user = make_user(role=Role.COUNSELLOR, organisation=college)
    client.force_login(user)
    order = order_batch(actor=actor_for_user(user))

    client.post(reverse("reports:batch_cancel", args=[order.pk]))

    order.job.refresh_from_db()
    assert order.job.state == "cancelled"


def test_a_button_makes_a_report(client, student):
    client.post(reverse("reports:make"))

    assert Report.objects.get().student == student


def test_the_list_of_batches_asks_the_same_number_of_queries(
    client, college, django_assert_max_num_queries
):
    make_student(college=college)
    user = make_user(role=Role.COUNSELLOR, organisation=college)
    client.force_login(user)
    order_batch(actor=actor_for_user(user))
    with django_assert_max_num_queries(40) as first:
        client.get(reverse("reports:batches"))
    for _each in range(2):
        order_batch(actor=actor_for_user(user))

    with django_assert_max_num_queries(len(first)):
        client.get(reverse("reports:batches"))


def test_the_page_asks_the_same_number_of_queries(client, student, django_assert_max_num_queries):
    report = make_report(student)
    with django_assert_max_num_queries(40) as first:
        client.get(reverse("reports:report", args=[report.pk]))
    for skill in ("mysql", "autocad"):
        make_skill_claim(student, skill=skill, evidence="订单模块")
        report = make_report(student)

    with django_assert_max_num_queries(len(first) + 1):  # the version before
        client.get(reverse("reports:report", args=[report.pk]))


def test_no_button_for_other_words_without_a_language_service(client, student):
    report = make_report(student)

    assert not page(client.get(reverse("reports:report", args=[report.pk]))).select(
        "form[action$='/reword/']"
    )
    response = client.post(reverse("reports:reword", args=[report.pk]), {"claim": "who:study"})
    assert response.status_code == 302


def test_a_version_is_deleted_by_its_student(client, student):
    report = make_report(student)

    client.post(reverse("reports:delete", args=[report.pk]))

    assert not Report.objects.exists()

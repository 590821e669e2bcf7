import io

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from employment.accounts.enums import Role
from employment.applications.enums import ApplicationState
from employment.applications.models import Application
from employment.common.models import AuditEntry
from tests.factories.accounts import make_user
from tests.factories.applications import make_application
from tests.factories.matches import make_match
from tests.factories.postings import make_posting
from tests.factories.students import make_intention, make_student

LIST = "applications:list"


@pytest.fixture
def student(db):
    student = make_student()
    make_intention(student)
    return student


@pytest.fixture
def application(student):
    return make_application(student=student)


@pytest.fixture
def recruiter(application):
    organisation = application.posting.employer.organisation
    return make_user(role=Role.RECRUITER, organisation=organisation)


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def detail_url(application):
    return reverse("applications:detail", args=[application.pk])


def test_student_applies_once(client, student):
    posting = make_posting()
    url = reverse("applications:apply", args=[posting.pk])
    client.force_login(student.user)

    first = client.post(url, {"message": "我做过相关项目。"})
    client.post(url, {"message": "再来一次。"})

    application = Application.objects.get()
    assert first.url == detail_url(application)
    assert application.message == "我做过相关项目。"


def test_a_posting_for_another_university_cannot_be_applied_for(client, student):
    posting = make_posting(audience=make_student().university)
    client.force_login(student.user)

    assert client.get(reverse("applications:apply", args=[posting.pk])).status_code == 404


def test_student_sees_the_steps_and_not_the_own_profile(client, application):
    make_match(student=application.student, posting=application.posting)
    client.force_login(application.student.user)

    found = page(client.get(detail_url(application)))

    assert found.select_one(f'a[href="{reverse("matches:detail", args=[application.posting_id])}"]')
    assert found.select_one('a[href^="mailto:"]') is None
    assert [button["value"] for button in found.select('input[name="action"]')] == ["withdraw"]


def test_employer_sees_the_applicant_and_may_invite(client, application, recruiter):
    client.force_login(recruiter)

    found = page(client.get(detail_url(application)))

    assert application.student.name in found.get_text()
    assert "invite" in [button["value"] for button in found.select('button[name="action"]')]


def test_employer_invites_and_student_withdraws(client, application, recruiter):
    url = reverse("applications:move", args=[application.pk])

    client.force_login(recruiter)
    client.post(url, {"action": "invite", "note": "周三下午"})
    application.refresh_from_db()
    assert application.state == ApplicationState.INTERVIEW

    client.force_login(application.student.user)
    client.post(url, {"action": "withdraw"})
    application.refresh_from_db()
    assert application.state == ApplicationState.WITHDRAWN


def test_an_unknown_step_is_refused(client, application):
    client.force_login(application.student.user)
    url = reverse("applications:move", args=[application.pk])

    assert client.post(url, {"action": "explode"}).status_code == 400
    assert client.get(url).status_code == 405


@pytest.mark.parametrize("role", [Role.STUDENT, Role.RECRUITER, Role.CAREER_OFFICE])
def test_strangers_find_nothing(client, application, role):
    client.force_login(make_user(role=role))

    assert client.get(detail_url(application)).status_code == 404


def test_visitors_are_sent_to_sign_in(client, db):
    assert reverse("account_login") in client.get(reverse(LIST)).url


def test_list_by_state_keeps_the_posting_in_its_tabs(client, application, recruiter):
    other = make_application(posting=application.posting, state=ApplicationState.OFFER)
    client.force_login(recruiter)

    response = client.get(reverse(LIST), {"state": "offer", "posting": application.posting_id})

    assert list(response.context["page"]) == [other]
    tabs = [link["href"] for link in page(response).select(".q-tabs a")]
    assert all(f"posting={application.posting_id}" in tab for tab in tabs)


def test_list_takes_the_same_queries_for_one_and_three_rows(
    client, application, recruiter, django_assert_max_num_queries
):
    client.force_login(recruiter)
    client.get(reverse(LIST))
    with django_assert_max_num_queries(15) as one:
        client.get(reverse(LIST))
    make_application(posting=application.posting)
    make_application(posting=application.posting)

    with django_assert_max_num_queries(15) as three:
        client.get(reverse(LIST))

    assert len(one) == len(three)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 1),
        ("q=云杉", 1),
        ("q=没有", 0),
        ("q=%00", 1),
        ("state=offer", 0),
        ("posting=99999999999999999999", 1),
        ("posting=%C2%B2", 1),
    ],
)
def test_list_is_searched_alike_on_the_page_and_in_the_file(client, application, query, found):
    employer = application.posting.employer.organisation
    employer.name = "云杉软件"
    employer.save()
    office = make_user(role=Role.CAREER_OFFICE, organisation=application.student.university)
    client.force_login(office)

    shown = client.get(f"{reverse(LIST)}?{query}").context["page"].object_list
    file = client.get(f"{reverse('applications:export')}?{query}").content
    rows = list(load_workbook(io.BytesIO(file)).active.iter_rows(min_row=2, values_only=True))

    assert len(shown) == len(rows) == found
    assert AuditEntry.objects.get(action="applications.exported").detail == {"applications": found}


def test_file_asks_as_often_for_three_rows_as_for_one(
    client, application, django_assert_num_queries
):
    client.force_login(make_user(role=Role.PLATFORM_ADMIN))
    url = reverse("applications:export")
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    make_application()
    make_application()

    with django_assert_num_queries(len(one)):
        client.get(url)

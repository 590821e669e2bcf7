import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from employment.accounts.enums import Role
from employment.postings.enums import PostingState
from employment.privacy.enums import Purpose
from tests.factories.accounts import make_university, make_user
from tests.factories.applications import make_application
from tests.factories.matches import make_match
from tests.factories.postings import make_employer, make_posting
from tests.factories.reports import make_rich_student
from tests.factories.students import make_intention, make_student
from tests.factories.taxonomy import make_taxonomy

HOME = "feed:home"


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def test_visitors_learn_what_this_is(client, db):
    response = client.get(reverse(HOME))

    assert page(response).select_one(f'a[href="{reverse("account_signup")}"]')


def test_a_user_without_a_role_starts_a_profile(client, db):
    client.force_login(make_user())

    assert client.get(reverse(HOME)).url == reverse("students:start")


def test_student_sees_matches_and_the_next_field_worth_filling(client, db):
    student = make_student()
    make_intention(student)
    match = make_match(student=student)
    client.force_login(student.user)

    found = page(client.get(reverse(HOME)))

    assert found.select_one(f'a[href="{reverse("matches:detail", args=[match.posting_id])}"]')
    assert found.select_one("progress")


def test_an_empty_profile_is_led_to_the_profile_first(client, db):
    make_taxonomy()

    def shown_to(student):
        client.force_login(student.user)
        return page(client.get(reverse(HOME))).select_one(".q-alert.is-info a")

    assert shown_to(make_student(bare=True))["href"] == reverse("students:profile")
    assert shown_to(make_rich_student()) is None


def test_student_without_consent_is_led_to_it(client, db):
    student = make_student(consents=[Purpose.STATISTICS])
    client.force_login(student.user)

    found = page(client.get(reverse(HOME)))

    assert found.select_one(f'.q-empty a[href="{reverse("privacy:consents")}"]')


def test_employer_sees_own_postings_and_waiting_applications(client, db):
    posting = make_posting()
    application = make_application(posting=posting)
    foreign = make_posting(title="别家的岗位")
    organisation = posting.employer.organisation
    client.force_login(make_user(role=Role.RECRUITER, organisation=organisation))

    text = client.get(reverse(HOME)).content.decode()

    assert application.student.name in text
    assert foreign.title not in text


def test_office_sees_its_queue(client, db):
    university = make_university()
    waiting = make_posting(title="等待审核", audience=university, state=PostingState.REVIEW)
    client.force_login(make_user(role=Role.CAREER_OFFICE, organisation=university))

    found = page(client.get(reverse(HOME)))

    assert found.select_one(f'a[href="{reverse("postings:detail", args=[waiting.pk])}"]')
    assert found.select_one(f'a[href="{reverse("imports:upload")}"]')


def test_counsellor_is_offered_no_page_of_the_office(client, db):
    client.force_login(make_user(role=Role.COUNSELLOR))

    found = page(client.get(reverse(HOME)))

    for name in ("imports:upload", "imports:list", "postings:create", "postings:manage"):
        assert not found.select(f'a[href="{reverse(name)}"]')


@pytest.mark.parametrize("role", [Role.UNIVERSITY_ADMIN, Role.GOVERNMENT, Role.SOCIAL])
def test_readers_of_figures_start_with_the_dashboard(client, db, role):
    client.force_login(make_user(role=role))

    assert client.get(reverse(HOME)).url == reverse("insights:dashboard")


def test_platform_sees_whether_it_is_healthy(client, db):
    make_employer()
    client.force_login(make_user(role=Role.PLATFORM_ADMIN))

    assert client.get(reverse(HOME)).status_code == 200


@pytest.mark.parametrize("role", Role)
def test_every_link_of_the_menu_opens(client, db, role):
    """A menu never leads to a page that refuses its reader."""
    if role == Role.STUDENT:
        student = make_student()
        make_intention(student)
        user = student.user
    else:
        user = make_user(role=role)
        if role == Role.RECRUITER:
            make_employer(organisation=user.memberships.get().organisation)
    client.force_login(user)

    menu = page(client.get(reverse("privacy:algorithm")))

    links = {link["href"] for link in menu.select(".q-bar a, .q-phone-bar a, .q-footer-links a")}
    assert reverse(HOME) in links
    for link in links:
        assert client.get(link).status_code in (200, 302), link


def test_posting_is_refused(client, db):
    assert client.post(reverse(HOME)).status_code == 405

import pytest
from django.conf import settings
from playwright.sync_api import expect

from employment.accounts.enums import Role
from tests.factories.accounts import PASSWORD, make_home, make_membership, make_user

pytestmark = pytest.mark.django_db(transaction=True)
OPEN = ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/"]
OWN = ["/accounts/password/change/", "/accounts/email/", "/accounts/2fa/"]


@pytest.fixture
def session(client):
    user = make_user(role=Role.STUDENT)
    make_membership(user=user, role=Role.COUNSELLOR, organisation=make_home(Role.COUNSELLOR))
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value}


@pytest.mark.parametrize("path", OPEN)
def test_pages_before_sign_in_are_accessible(open_page, axe_faults, path):
    page = open_page(path, screen="phone", theme="dark", policy=False)

    assert axe_faults(page) == []


@pytest.mark.parametrize("path", OWN)
def test_pages_of_the_account_are_accessible(open_page, axe_faults, session, path):
    page = open_page(path, cookies=[session], policy=False)

    page.locator(".q-avatar-button").click()
    assert axe_faults(page) == []


def test_user_signs_in_by_keyboard_and_is_told_of_a_wrong_password(open_page):
    user = make_user(role=Role.STUDENT)
    page = open_page("/accounts/login/?next=/accounts/email/")

    page.locator("[name=login]").fill(user.username)
    page.locator("[name=password]").fill("wrong")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_be_focused()
    assert page.locator("[name=login]").input_value() == user.username
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/accounts/email/")

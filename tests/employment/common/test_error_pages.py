import pytest
from bs4 import BeautifulSoup
from django.template.loader import get_template
from django.test import Client

from employment.accounts.enums import Role
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db


def test_missing_page_keeps_the_menu_of_the_user(client):
    client.force_login(make_user(role=Role.STUDENT))

    response = client.get("/no-such-page/")

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 404
    assert page.select_one(".q-error-code").text == "404"
    assert page.select_one(".q-avatar-button")


def test_stale_form_is_told_what_to_do():
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "x"})

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 403
    assert page.h1.text == "请重新提交"


def test_page_of_a_fault_needs_nothing_from_the_request():
    page = BeautifulSoup(get_template("500.html").render(), "html.parser")

    assert page.select_one(".q-error-code").text == "500"

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from rest_framework.authtoken.models import Token

from tests.factories.accounts import PASSWORD, make_user

URL = "/api/v1/token/"


@pytest.fixture
def user(db):
    return make_user()


def ask(client, **body):
    return client.post(URL, body, content_type="application/json")


def test_a_password_gives_a_token_that_signs_in(client, user):
    token = ask(client, username=user.username, password=PASSWORD).json()["token"]

    assert token == Token.objects.get(user=user).key
    assert client.delete(URL, HTTP_AUTHORIZATION=f"Token {token}").status_code == 204
    assert not Token.objects.exists()


def test_a_session_needs_no_password(client, user):
    client.force_login(user)

    first, second = ask(client).json(), ask(client).json()

    assert first == second == {"token": Token.objects.get(user=user).key}


def test_a_session_is_asked_for_its_form_token(user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)

    assert ask(client).status_code == 403


@pytest.mark.parametrize("body", [{}, {"username": "nobody", "password": PASSWORD}])
def test_a_wrong_name_gives_nothing(client, user, body):
    assert ask(client, **body).status_code == 401
    assert not Token.objects.exists()


def test_a_password_alone_is_not_enough_with_two_steps(client, user):
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})

    answer = ask(client, username=user.username, password=PASSWORD)

    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


def test_guessing_is_slowed_down(client, user):
    codes = [ask(client, username=user.username, password="wrong").status_code for _ in range(11)]

    assert codes[-1] == 429


def test_a_visitor_revokes_nothing(client, db):
    assert client.delete(URL).status_code == 401

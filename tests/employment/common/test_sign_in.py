import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.urls import reverse

from tests.factories.accounts import PASSWORD, make_user


def sign_in(client, login, password):
    return client.post(reverse("account_login"), {"login": login, "password": password})


@pytest.fixture
def user(db):
    return make_user(username="s2026001", email="lin@example.org")


@pytest.mark.parametrize("login", ["s2026001", "lin@example.org"])
def test_user_signs_in_with_user_name_or_address(client, user, login):
    response = sign_in(client, login, PASSWORD)

    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)


def test_repeated_failures_lock_the_name_out(client, user):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        response = sign_in(client, user.username, "wrong")

    assert response.status_code == 429
    assert sign_in(client, user.username, PASSWORD).status_code == 429
    assert "_auth_user_id" not in client.session


def test_address_and_user_name_count_as_one(client, user):
    for login in [user.username, user.email] * (settings.AXES_FAILURE_LIMIT // 2):
        response = sign_in(client, login, "wrong")

    assert response.status_code == 429
    assert sign_in(client, user.email, PASSWORD).status_code == 429


def test_lock_of_one_name_leaves_others_alone(client, user):
    other = make_user(username="s2026002")
    for _ in range(settings.AXES_FAILURE_LIMIT):
        sign_in(client, user.username, "wrong")

    sign_in(client, other.username, PASSWORD)

    assert client.session["_auth_user_id"] == str(other.pk)


def test_success_clears_the_count(client, user):
    sign_in(client, user.username, "wrong")

    sign_in(client, user.username, PASSWORD)

    assert not AccessAttempt.objects.exists()


def test_admin_has_no_sign_in_of_its_own_that_would_skip_the_second_factor(client, db):
    response = client.get("/admin/login/")

    assert response.url.startswith(reverse("account_login"))


def test_page_of_the_product_sends_a_stranger_to_the_sign_in(client, db):
    response = client.get(reverse("account_email"))

    assert response.url.startswith(reverse("account_login"))

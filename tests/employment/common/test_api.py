import pytest
from django.urls import reverse
from rest_framework.exceptions import NotFound

from employment.common.api import exception_handler
from employment.common.errors import StateError
from employment.common.middleware import VENDOR_POLICY
from tests.factories.accounts import make_user


def test_broken_rule_answers_with_its_code():
    response = exception_handler(StateError("Closed postings take no applications."), {})

    assert response.status_code == 409
    assert response.data == {
        "code": "wrong_state",
        "detail": "Closed postings take no applications.",
    }


def test_framework_errors_stay_as_they_are():
    response = exception_handler(NotFound(), {})

    assert response.status_code == 404


def test_unknown_errors_are_not_swallowed():
    assert exception_handler(ValueError("x"), {}) is None


@pytest.mark.django_db
def test_own_pages_allow_only_own_scripts_and_styles(client):
    policy = client.get(reverse("account_login"))["Content-Security-Policy"]

    assert "script-src 'self';" in policy + ";"
    assert "unsafe" not in policy


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/", "/api/docs"])
def test_foreign_pages_have_their_own_policy(client, address):
    client.force_login(make_user(staff=True, is_superuser=True))

    policy = client.get(address)["Content-Security-Policy"]

    assert f"script-src {' '.join(VENDOR_POLICY['script-src'])}" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.django_db
def test_stranger_gets_no_api(client):
    response = client.get("/api/v1/")

    assert response.status_code in {401, 403, 404}

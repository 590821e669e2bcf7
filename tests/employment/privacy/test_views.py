import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from employment.accounts.models import User
from employment.privacy.enums import Purpose
from employment.privacy.models import Consent
from tests.factories.accounts import PASSWORD
from tests.factories.students import make_intention, make_student

CONSENTS = "privacy:consents"


@pytest.fixture
def student(db):
    student = make_student(consents=[Purpose.MATCHING])
    make_intention(student)
    return student


def in_force(student):
    return {row.purpose for row in Consent.objects.filter(user=student.user).in_force()}


def test_consents_are_taken_back_and_given_one_by_one(client, student):
    client.force_login(student.user)

    client.post(reverse("privacy:change_consent", args=["matching"]), {"withdraw": "1"})
    assert in_force(student) == set()
    client.post(reverse("privacy:change_consent", args=["statistics"]), {"grant": "1"})
    assert in_force(student) == {Purpose.STATISTICS}


def test_consent_page_names_every_purpose(client, student):
    client.force_login(student.user)

    found = BeautifulSoup(client.get(reverse(CONSENTS)).content, "html.parser")

    assert len(found.select('form[action*="/consents/"]')) == len(Purpose)
    assert len(found.select('button[name="withdraw"]')) == 1


def test_an_unknown_purpose_is_not_found(client, student):
    client.force_login(student.user)

    assert client.post("/privacy/consents/selling/", {"grant": "1"}).status_code == 404


def test_export_holds_the_own_data_as_a_file(client, student):
    client.force_login(student.user)

    response = client.post(reverse("privacy:export"))

    assert "attachment" in response["Content-Disposition"]
    assert student.user.username in response.content.decode()
    assert "profile" in json.loads(response.content)


def test_erasing_needs_the_password(client, student):
    client.force_login(student.user)
    url = reverse("privacy:erase")

    client.post(url, {"password": "not it", "sure": "on"})
    assert User.objects.filter(pk=student.user_id).exists()

    response = client.post(url, {"password": PASSWORD, "sure": "on"})
    assert response.url == reverse("account_login")
    assert not User.objects.filter(pk=student.user_id, is_active=True).exists()
    assert reverse("account_login") in client.get(reverse(CONSENTS)).url


def test_everybody_reads_how_matches_are_made(client, db):
    assert client.get(reverse("privacy:algorithm")).status_code == 200


@pytest.mark.parametrize("name", [CONSENTS, "privacy:erase"])
def test_visitors_are_sent_to_sign_in(client, db, name):
    assert reverse("account_login") in client.get(reverse(name)).url


def test_changes_by_get_are_refused(client, student):
    client.force_login(student.user)

    assert client.get(reverse("privacy:export")).status_code == 405
    assert client.get(reverse("privacy:change_consent", args=["matching"])).status_code == 405

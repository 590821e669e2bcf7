import pytest
from django.urls import reverse

from employment.accounts.actors import SESSION_KEY
from employment.accounts.enums import Role
from tests.factories.accounts import make_home, make_membership, make_user

pytestmark = pytest.mark.django_db
URL = reverse("accounts:switch_role")


def hold(user, role, *, active=True):
    return make_membership(user=user, role=role, organisation=make_home(role), active=active)


def test_user_goes_on_in_another_role(client):
    user = make_user(role=Role.STUDENT)
    other = hold(user, Role.COUNSELLOR)
    client.force_login(user)

    response = client.post(URL, {"membership": other.pk})

    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.session[SESSION_KEY] == other.pk


@pytest.mark.parametrize("state", ["another's", "switched off", "nonsense"])
def test_a_role_one_does_not_hold_is_not_found(client, state):
    user = make_user(role=Role.STUDENT)
    other = hold(user, Role.COUNSELLOR, active=False)
    stranger = hold(make_user(), Role.PLATFORM_ADMIN)
    chosen = {"another's": stranger.pk, "switched off": other.pk, "nonsense": "x"}[state]
    client.force_login(user)

    response = client.post(URL, {"membership": chosen})

    assert response.status_code == 404
    assert SESSION_KEY not in client.session


def test_a_get_changes_nothing(client):
    client.force_login(make_user(role=Role.STUDENT))

    assert client.get(URL).status_code == 405

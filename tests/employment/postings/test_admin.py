import pytest
from django.urls import reverse

from employment.accounts.enums import Role
from tests.factories.accounts import make_university, make_user
from tests.factories.postings import make_posting

LIST = "admin:postings_posting_changelist"


@pytest.fixture
def uni_admin(university):
    return make_user(role=Role.UNIVERSITY_ADMIN, organisation=university)


def listed(client):
    return {row.pk for row in client.get(reverse(LIST)).context["cl"].result_list}


def test_a_university_sees_its_own_rows_and_those_for_all(client, uni_admin, university):
    own = make_posting(audience=university, published=False)
    shared = make_posting()
    make_posting(audience=make_university())
    client.force_login(uni_admin)

    assert listed(client) == {own.pk, shared.pk}


def test_another_universitys_row_cannot_be_opened(client, uni_admin):
    foreign = make_posting(audience=make_university())
    client.force_login(uni_admin)

    response = client.get(reverse("admin:postings_posting_change", args=[foreign.pk]))

    assert response.status_code == 302
    assert response.url == reverse("admin:index")


def test_rows_are_shown_but_not_written(client, uni_admin, university):
    own = make_posting(audience=university)
    client.force_login(uni_admin)
    url = reverse("admin:postings_posting_change", args=[own.pk])

    assert client.get(url).status_code == 200
    assert client.post(url, {"title": "改了"}).status_code == 403
    assert client.get(reverse("admin:postings_posting_add")).status_code == 403


def test_the_publish_action_goes_through_the_rules(client, uni_admin, university):
    own = make_posting(audience=university, state="review")
    shared = make_posting(state="published")
    client.force_login(uni_admin)

    chosen = {"action": "publish", "_selected_action": [own.pk, shared.pk]}
    client.post(reverse(LIST), chosen)

    own.refresh_from_db()
    assert own.state == "published"
    assert own.state_changes.get().actor == uni_admin
    assert not shared.state_changes.exists()


@pytest.mark.parametrize("role", [Role.CAREER_OFFICE, Role.RECRUITER, Role.STUDENT])
def test_other_roles_do_not_enter_even_as_staff(client, taxonomy, role):
    client.force_login(make_user(role=role, staff=True))

    assert client.get(reverse("admin:index")).status_code in (302, 403)

import datetime as dt

import pytest
from django.urls import reverse

from employment.accounts.enums import Role
from employment.accounts.models import Membership, Organisation, User
from employment.common.errors import DomainError, NotAllowedError, StateError
from employment.postings import rules
from employment.postings.enums import (
    VERIFICATION_TRANSITIONS,
    VerificationAction,
    VerificationState,
)
from employment.postings.models import Employer
from employment.postings.services import change_verification, edit_employer, ensure_employers
from matching.normalise.credit_code import check_digit
from tests.factories.accounts import actor_of_user, make_actor
from tests.factories.postings import make_employer, make_posting

NOW = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
CODE = "91330106MA2CFLDC4" + check_digit("91330106MA2CFLDC4")
OTHER_CODE = "91110108MA01K7JQ4" + check_digit("91110108MA01K7JQ4")
WRONG_CODE = CODE[:-1] + ("A" if CODE[-1] != "A" else "B")
V, A = VerificationState, VerificationAction
# Steps that succeed, by who takes them from which state.
ALLOWED = {
    "platform admin": {
        (V.PENDING, A.VERIFY),
        (V.PENDING, A.REFUSE),
        (V.PENDING, A.FREEZE),
        (V.VERIFIED, A.FREEZE),
        (V.REFUSED, A.VERIFY),
        (V.FROZEN, A.VERIFY),
        (V.REFUSED, A.RESUBMIT),
    },
    "office": {(V.PENDING, A.VERIFY), (V.PENDING, A.REFUSE)},
    "own recruiter": {(V.REFUSED, A.RESUBMIT)},
    "other recruiter": set(),
    "counsellor": set(),
    "student": set(),
}
ROLES = {
    "platform admin": Role.PLATFORM_ADMIN,
    "office": Role.CAREER_OFFICE,
    "other recruiter": Role.RECRUITER,
    "counsellor": Role.COUNSELLOR,
    "student": Role.STUDENT,
}


def registration(**changes):
    return {
        "name": "白桦文化有限公司",
        "credit_code": CODE,
        "contact_name": "陈一",
        "email": "HR@Example.com",
        "password": "orchard-lantern-42",
        "agree": "on",
    } | changes


@pytest.mark.django_db
@pytest.mark.parametrize("who", ALLOWED)
def test_every_verification_step_from_every_state(who):
    employer = make_employer()
    if who == "own recruiter":
        actor = make_actor(role=Role.RECRUITER, organisation=employer.organisation)
    else:
        actor = make_actor(role=ROLES[who])
    succeeded, offered = set(), set()
    for state in V:
        Employer.objects.filter(pk=employer.pk).update(state=state)
        employer.refresh_from_db()
        offered |= {(state, action) for action in rules.verifications_now(actor, employer)}
        for action in A:
            Employer.objects.filter(pk=employer.pk).update(state=state)
            try:
                changed = change_verification(
                    employer=employer, action=action, actor=actor, reason="理由", now=NOW
                )
            except (NotAllowedError, StateError):
                continue
            assert changed.state == VERIFICATION_TRANSITIONS[action][1]
            succeeded.add((state, action))

    assert succeeded == offered == ALLOWED[who]


@pytest.mark.django_db
def test_freezing_takes_the_postings_away_and_logs_why():
    employer = make_employer()
    shown = make_posting(employer=employer)
    draft = make_posting(employer=employer, published=False)
    other = make_posting()
    actor = make_actor(role=Role.PLATFORM_ADMIN)

    change_verification(employer=employer, action=A.FREEZE, actor=actor, reason="收取押金", now=NOW)

    for row in (shown, draft, other):
        row.refresh_from_db()
    assert (shown.state, draft.state, other.state) == ("rejected", "draft", "published")
    assert list(shown.state_changes.values_list("reason", flat=True)) == ["收取押金"]
    step = employer.state_changes.get()
    assert (step.from_state, step.to_state, step.reason) == ("verified", "frozen", "收取押金")


@pytest.mark.django_db
@pytest.mark.parametrize("action", [A.REFUSE, A.FREEZE])
def test_refusing_and_freezing_need_a_reason(action):
    employer = make_employer(state=V.PENDING)

    with pytest.raises(DomainError) as caught:
        change_verification(
            employer=employer, action=action, actor=make_actor(role=Role.PLATFORM_ADMIN), now=NOW
        )
    assert caught.value.code == "invalid"


def test_registration_opens_an_account_to_be_verified(client, taxonomy):
    response = client.post(reverse("postings:register"), registration(credit_code=CODE.lower()))

    employer = Employer.objects.get()
    user = User.objects.get()
    assert response.url == reverse("postings:own")
    assert (employer.state, employer.organisation.credit_code) == ("pending", CODE)
    assert (user.email, user.name) == ("hr@example.com", "陈一")
    assert user.check_password("orchard-lantern-42")
    held = Membership.objects.get()
    assert (held.role, held.organisation_id) == (Role.RECRUITER, employer.organisation_id)
    assert client.get(response.url).status_code == 200


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"credit_code": WRONG_CODE}, "credit_code"),
        ({"credit_code": "9133"}, "credit_code"),
        ({"password": "12345678901"}, "password"),
        ({"email": "not an address"}, "email"),
        ({"agree": ""}, "agree"),
    ],
)
def test_registration_refuses(client, taxonomy, changes, field):
    response = client.post(reverse("postings:register"), registration(**changes))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not User.objects.exists()


@pytest.mark.parametrize("changes", [{"name": "别的名称"}, {"credit_code": OTHER_CODE}])
def test_registration_of_a_known_name_or_code_is_refused(client, taxonomy, changes):
    client.post(reverse("postings:register"), registration())
    client.logout()

    response = client.post(
        reverse("postings:register"), registration(email="second@example.com", **changes)
    )

    assert response.status_code == 422
    assert Organisation.objects.employers().count() == 1
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_a_verified_name_stays(recruiter, employer):
    actor = actor_of_user(recruiter)

    edit_employer(employer=employer, actor=actor, intro="新的介绍")
    with pytest.raises(StateError):
        edit_employer(employer=employer, actor=actor, name="新的名称")

    employer.refresh_from_db()
    assert employer.intro == "新的介绍"


def test_profile_page_keeps_name_and_code_of_a_verified_employer(client, recruiter, employer):
    client.force_login(recruiter)
    url = reverse("postings:employer_edit", args=[employer.pk])

    client.post(url, {"name": "新的名称", "credit_code": CODE, "intro": "介绍"})

    employer.refresh_from_db()
    employer.organisation.refresh_from_db()
    assert employer.intro == "介绍"
    assert employer.organisation.name != "新的名称"
    assert employer.organisation.credit_code == ""


def test_the_office_verifies_from_the_page(client, office):
    employer = make_employer(state=V.PENDING)
    client.force_login(office)

    client.post(reverse("postings:employer_verify", args=[employer.pk]), {"action": "verify"})

    employer.refresh_from_db()
    assert (employer.state, employer.verified_by) == ("verified", office)


def test_employer_pages_are_closed_to_strangers(client, student, employer):
    other = make_employer()
    urls = [
        reverse("postings:employers"),
        reverse("postings:employer", args=[other.pk]),
        reverse("postings:employer_edit", args=[other.pk]),
    ]
    for user in (student, make_recruiter(employer)):
        client.force_login(user)
        assert [client.get(url).status_code for url in urls] == [404, 404, 404]


def make_recruiter(employer):
    return User.objects.get(
        pk=make_actor(role=Role.RECRUITER, organisation=employer.organisation).user_id
    )


@pytest.mark.django_db
def test_ensuring_employers_twice_makes_each_once():
    first = ensure_employers(names=["甲公司", "乙公司", "甲公司"], now=NOW)
    second = ensure_employers(names=["乙公司", "丙公司"], now=NOW)

    assert set(first) == {"甲公司", "乙公司"}
    assert second["乙公司"] == first["乙公司"]
    assert Employer.objects.count() == 3

"""Codes of titles, people's corrections of them, and what the coder learns."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.common.errors import InvalidError, StateError
from employment.common.models import AuditEntry
from employment.matches.enums import CodedBy
from employment.matches.models import CoderVersion, OccupationCoding, OccupationCorrection
from employment.matches.services import coder_versions, corrections, occupations
from employment.postings.models import Posting
from matching.types import Candidate
from tests.factories.accounts import make_university, make_user
from tests.factories.matches import make_coding
from tests.factories.postings import make_posting
from tests.factories.students import make_intention, make_student

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]

NURSE, SOFTWARE, ACCOUNTANT = "2-05-08-01", "2-02-10-03", "2-06-03-00"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def office(db):
    return make_user(role=Role.CAREER_OFFICE, organisation=make_university())


@pytest.fixture
def own_coding(office):
    university = office.memberships.get().organisation
    return make_coding(make_posting(title="护士", audience=university))


@pytest.fixture
def actor(office):
    return actor_for_user(office)


def queued(client):
    page = client.get(reverse("matches:occupations"))
    return [row.coding.pk for row in page.context["rows"]]


def test_code_postings_keeps_proposals_and_never_touches_a_person():
    plain = make_posting(title="内科护士", occupation=None)
    chosen = make_posting(title="内科护士", occupation=ACCOUNTANT)

    occupations.code_postings(posting_ids=[plain.pk, chosen.pk])

    coding = OccupationCoding.objects.get()
    plain.refresh_from_db()
    chosen.refresh_from_db()
    assert (coding.posting, coding.coded_by) == (plain, CodedBy.MACHINE)
    assert len(coding.proposals) == 5
    assert plain.occupation_confidence == pytest.approx(coding.confidence)
    assert plain.occupation_id == coding.occupation_id
    assert chosen.occupation_id == ACCOUNTANT


def test_code_intentions_keeps_a_row_a_title_and_a_persons_code_wins(actor):
    student = make_student()
    make_intention(student, titles=["护理小妹", "会计"])
    wanted = Candidate(id=student.pk, target_titles=("护理小妹", "会计"))
    occupations.code_intentions([wanted])
    coding = OccupationCoding.objects.get(title="护理小妹")

    corrections.correct_code(actor=actor, coding=coding, code=NURSE)
    (coded,) = occupations.code_intentions([wanted])
    occupations.code_intentions([Candidate(id=student.pk, target_titles=("护理小妹",))])

    assert coded.target_occupations[0] == NURSE
    assert [row.title for row in OccupationCoding.objects.all()] == ["护理小妹"]


def test_correct_code_is_kept_audited_and_can_be_taken_back(actor, own_coding):
    corrections.correct_code(actor=actor, coding=own_coding, code=ACCOUNTANT)
    own_coding.refresh_from_db()
    posting = Posting.objects.get(pk=own_coding.posting_id)
    said = OccupationCorrection.objects.get()

    assert (own_coding.coded_by, own_coding.occupation_id) == (CodedBy.PERSON, ACCOUNTANT)
    assert (posting.occupation_id, posting.occupation_confidence) == (ACCOUNTANT, None)
    assert (said.old_code, said.new_code, said.actor_id) == ("", ACCOUNTANT, actor.user_id)
    assert AuditEntry.objects.filter(action="matches.occupation_corrected").count() == 1

    corrections.take_back(actor=actor, coding=own_coding)
    own_coding.refresh_from_db()
    posting.refresh_from_db()

    assert (own_coding.coded_by, own_coding.occupation_id) == (CodedBy.MACHINE, None)
    assert (posting.occupation_id, posting.occupation_confidence) == (None, 0.3)
    with pytest.raises(StateError):
        corrections.take_back(actor=actor, coding=own_coding)


def test_correct_code_refuses_an_unknown_code(actor, own_coding):
    with pytest.raises(InvalidError):
        corrections.correct_code(actor=actor, coding=own_coding, code="9-99-99-99")

    assert not OccupationCorrection.objects.exists()


def test_refit_learns_corrections_once_and_switches_back(actor):
    for number in range(6):
        row = make_coding(make_posting(title=f"小妹{number}号位"))
        corrections.correct_code(actor=actor, coding=row, code=NURSE)

    version = coder_versions.refit(least=1)
    again = coder_versions.refit(least=1)

    assert again is None
    assert (version.active, version.corrections) == (True, 6)
    assert version.figures["after"]["top1"] >= version.figures["before"]["top1"]
    (found,) = coder_versions.current_coder().code(["小妹8号位"])
    assert found[0].code == NURSE

    coder_versions.switch_back(actor_id=actor.user_id)

    assert coder_versions.active_version() is None
    assert coder_versions.new_corrections() == 0


def test_refit_that_is_worse_is_kept_but_not_used(actor, monkeypatch):
    corrections.correct_code(actor=actor, coding=make_coding(), code=NURSE)
    worse = {"before": {"top1": 0.9}, "after": {"top1": 0.1}, "n": 1}
    monkeypatch.setattr(coder_versions, "compare", lambda before, taught: dict(worse))

    version = coder_versions.refit(least=1)

    assert not version.active
    assert CoderVersion.objects.filter(active=True).count() == 0


def test_recoding_touches_the_machines_codes_alone(actor):
    posting = make_posting(title="内科护士", occupation=None)
    by_person = make_coding(make_posting(title="内科护士二"))
    corrections.correct_code(actor=actor, coding=by_person, code=ACCOUNTANT)
    stale = make_coding(posting)
    older = make_posting(title="会计", occupation=ACCOUNTANT, occupation_confidence=0.9)

    assert occupations.recode_postings(limit=10) == 2
    assert occupations.recode_postings(limit=10) == 0

    stale.refresh_from_db()
    by_person.refresh_from_db()
    assert stale.coder == older.coding.coder == coder_versions.coder_name()
    assert by_person.occupation_id == ACCOUNTANT


def test_queue_shows_an_office_its_own_and_the_platform_all(client, office, own_coding):
    other = make_coding(make_posting(title="会计", audience=make_university()))

    client.force_login(office)
    own = queued(client)
    stranger = client.post(reverse("matches:occupation", args=[other.pk]), {"code": NURSE})
    client.force_login(make_user(role=Role.PLATFORM_ADMIN))

    assert own == [own_coding.pk]
    assert stranger.status_code == 404
    assert set(queued(client)) == {own_coding.pk, other.pk}


def test_queue_asks_the_same_queries_for_one_row_and_for_three(
    client, office, own_coding, django_assert_num_queries
):
    client.force_login(office)
    client.get(reverse("matches:occupations"))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("matches:occupations"))
    for title in ("会计", "厨师"):
        make_coding(make_posting(title=title, audience=own_coding.posting.audience))

    with django_assert_num_queries(len(one)):
        assert len(queued(client)) == 3


def test_queue_row_is_corrected_by_button_by_typing_and_undone(client, office, own_coding):
    client.force_login(office)
    url = reverse("matches:occupation", args=[own_coding.pk])

    wrong = client.post(url, {"code": "没有这种职业"}, **HTMX)
    right = client.post(url, {"code": SOFTWARE}, **HTMX)
    own_coding.refresh_from_db()

    assert "q-alert" in wrong.text or "alert" in wrong.text
    assert f'id="coding-{own_coding.pk}"' in right.text
    assert own_coding.occupation_id == SOFTWARE

    client.post(reverse("matches:occupation_undo", args=[own_coding.pk]))
    own_coding.refresh_from_db()
    assert own_coding.coded_by == CodedBy.MACHINE


def test_accept_takes_the_first_proposals_of_own_rows_only(client, office, own_coding):
    other = make_coding()
    client.force_login(office)
    url = reverse("matches:occupations_accept")

    client.post(url, {"codings": [own_coding.pk, other.pk]})
    untouched = OccupationCorrection.objects.count()
    client.post(url, {"codings": [own_coding.pk]})
    own_coding.refresh_from_db()

    assert untouched == 0
    assert own_coding.occupation_id == NURSE


def test_queue_filters_by_title_state_and_place(client, office, own_coding):
    client.force_login(office)

    def found(**query):
        return len(client.get(reverse("matches:occupations"), query).context["rows"])

    assert (found(q="护"), found(q="焊")) == (1, 0)
    assert (found(state="unsure"), found(state="person")) == (1, 0)
    assert (found(kind="posting"), found(kind="intention")) == (1, 0)
    assert (found(sort="newest"), found(sort="confidence")) == (1, 1)


def test_platform_sees_the_coder_and_its_measured_quality(client):
    client.force_login(make_user(role=Role.PLATFORM_ADMIN))
    page = client.get(reverse("matches:occupations"))

    assert page.context["coder"]["packaged"]["n"] > 2000
    assert reverse("matches:coder_refit") in page.text


def test_api_lists_own_codes_corrects_and_takes_back(client, office, own_coding):
    other = make_coding(make_posting(title="会计", audience=make_university()))
    client.force_login(office)
    url = reverse("api:matches-api:correction", args=[own_coding.pk])
    elsewhere = reverse("api:matches-api:correction", args=[other.pk])

    listed = client.get(reverse("api:matches-api:codes")).json()
    said = client.post(url, {"code": SOFTWARE})
    wrong = client.post(url, {"code": "9-99-99-99"})
    restored = client.delete(url)

    assert [row["id"] for row in listed["results"]] == [own_coding.pk]
    assert (said.json()["occupation"], said.json()["coded_by"]) == (SOFTWARE, "person")
    assert wrong.status_code == 422
    assert restored.json()["coded_by"] == "machine"
    assert client.post(elsewhere, {"code": NURSE}).status_code == 404

"""The audit's figures, what they leave out, and who may read them."""

import csv
import io
import json

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.common.enums import JobState
from employment.common.models import AuditEntry
from employment.insights.enums import Measure, Trait
from employment.insights.fairness import People, audit_figures, trait_figures
from employment.insights.fairness_page import measured
from employment.insights.fairness_words import CANDIDATE, VACANCY, engine_inputs
from employment.insights.models import FairnessAudit
from employment.insights.selectors import fairness as selectors
from employment.insights.services.fairness import run_audit, spread, start_audit
from employment.matches.services.engine import encoder
from employment.matches.services.quality import record_quality
from employment.postings.models import Posting
from employment.students.models import ProtectedTraits, StudentProfile
from tests.employment.matches.conftest import fresh_engine  # noqa: F401 -- a fixture
from tests.factories.accounts import make_user
from tests.factories.applications import make_application
from tests.factories.insights import make_audit
from tests.factories.matches import make_match
from tests.factories.postings import make_posting
from tests.factories.students import make_intention, make_student
from tests.factories.taxonomy import make_region

URL = reverse("insights:fairness")
READERS = {Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN}


def people_of(groups, top, *, eligible=20):
    ids = list(range(len(groups)))
    return People(
        ids=ids,
        eligible=dict.fromkeys(ids, eligible),
        reached={one: selectors.Reached(listed=12, top=top[one]) for one in ids},
        strata=dict.fromkeys(ids, "0809/40"),
        groups={trait: {} for trait in Trait}
        | {Trait.GENDER: {one: group for one, group in enumerate(groups) if group}},
    )


def audited(university, count=24):
    """A finished audit of students half of whom are women."""
    posting = make_posting(occupation="2-02-10-03")
    for number in range(count):
        student = make_student(university=university)
        make_intention(student)
        ProtectedTraits.objects.create(student=student, gender="女" if number % 2 else "男")
        make_match(student=student, posting=posting, score=90 - number)
    actor = actor_for_user(make_user(role=Role.UNIVERSITY_ADMIN, organisation=university))
    audit = start_audit(actor=actor)
    assert run_audit(audit_id=audit.pk)
    audit.refresh_from_db()
    return audit


def test_figures_group_of_half_the_rate_is_flagged():
    people = people_of(["women"] * 40 + ["men"] * 40, [4, 2] * 20 + [8, 6] * 20)
    rows = trait_figures(people, Trait.GENDER)["measures"][Measure.TOP]
    assert [(row["group"], row["flagged"]) for row in rows] == [("men", False), ("women", True)]
    assert rows[1]["ratio"][0] == pytest.approx(3 / 7, abs=1e-3)


def test_figures_small_group_is_nowhere_to_be_found():
    people = people_of(["women"] * 40 + ["men"] * 40 + ["other"] * 4, [3] * 84)
    found = trait_figures(people, Trait.GENDER)
    shown = {row["group"] for rows in found["measures"].values() for row in rows}
    assert "other" not in shown
    assert found["hidden"]
    assert found["unknown"] is None


def test_figures_small_group_hides_the_one_it_could_be_subtracted_from():
    found = trait_figures(people_of(["women"] * 40 + ["men"] * 4, [3] * 44), Trait.GENDER)
    assert found["measures"] == {}


def test_figures_difference_between_majors_is_adjusted_away():
    groups, top = ["women"] * 40 + ["men"] * 40, [2, 3] * 20 + [6, 7] * 20
    people = people_of(groups, top)
    by_group = {one: groups[one] for one in people.ids}
    rows = trait_figures(
        People(people.ids, people.eligible, people.reached, by_group, people.groups), Trait.GENDER
    )["measures"][Measure.TOP]
    assert rows[1]["flagged"]
    adjusted = next(row["adjusted"] for row in rows if row["adjusted"])
    assert adjusted[0] == pytest.approx(1.0, abs=0.01)


def test_figures_calibration_needs_thirty_answers():
    people = people_of(["women"] * 40 + ["men"] * 40, [3] * 80)
    answers = [selectors.Answer(one, "strong", one % 2 == 0) for one in range(25, 60)]
    few = audit_figures(people, answers[:20], [1, 2])
    many = audit_figures(people, answers, [1, 2])
    assert few["calibration"]["gender"] is None
    assert set(many["calibration"]["gender"]) == {"women", "men"}


@pytest.mark.parametrize(
    ("written", "group"), [("女", "women"), ("男性", "men"), ("", ""), ("x", "other")]
)
def test_gender_group_as_written(written, group):
    assert selectors.gender_group(written) == group


@pytest.mark.parametrize(("written", "group"), [("汉族", "han"), ("回族", "minority"), ("", "")])
def test_ethnicity_group_as_written(written, group):
    assert selectors.ethnicity_group(written) == group


@pytest.mark.parametrize(
    ("hardship", "disability", "groups"),
    [("", None, {}), ("无", False, {"no"}), ("家庭困难", True, {"yes"})],
)
def test_what_nobody_stated_belongs_to_no_group(db, hardship, disability, groups):
    student = make_student()
    ProtectedTraits.objects.create(student=student, hardship=hardship, disability=disability)

    found = selectors.trait_groups(StudentProfile.objects.all())

    for trait in (Trait.HARDSHIP, Trait.DISABILITY):
        assert set(found[trait].values()) == set(groups)


def test_region_groups_cover_every_province_once():
    codes = [code for codes in selectors.REGIONS.values() for code in codes]
    assert len(codes) == len(set(codes)) == 31


def test_area_group_city_alone_tells_nothing(taxonomy):
    assert selectors.area_group(make_region("330100")) == ""


def test_reached_places_are_those_the_employer_sees(taxonomy):
    posting = make_posting()
    students = [make_student() for _ in range(12)]
    for place, student in enumerate(students):
        make_match(student=student, posting=posting, score=90 - place, band="good")
    found = selectors.reached(StudentProfile.objects.all(), Posting.objects.all())
    assert [found[one.pk].top for one in students] == [1] * 10 + [0] * 2
    assert found[students[2].pk].exposure == pytest.approx(0.5)
    assert found[students[0].pk].good == 1


def test_audit_keeps_sums_only_and_says_what_it_rests_on(university):
    audit = audited(university)
    kept = json.dumps(audit.figures)
    assert audit.job.state == JobState.DONE
    assert audit.students == 24
    assert audit.pairs == 24
    assert audit.figures["swaps"]["traits"]["identical"]
    assert "student_id" not in kept
    rows = audit.figures["traits"]["gender"]["measures"][Measure.TOP]
    assert sum(row["people"] for row in rows) == 24
    assert audit.figures["traits"]["disability"]["measures"] == {}


def test_audit_done_twice_is_done_once(university):
    audit = audited(university)
    assert not run_audit(audit_id=audit.pk)


def test_audit_asked_twice_is_one(university, dean):
    actor = actor_for_user(dean)
    assert start_audit(actor=actor) == start_audit(actor=actor)


def test_audit_counts_own_students_among_everybody(university):
    posting = make_posting()
    for number in range(12):
        make_match(student=make_student(), posting=posting, score=99 - number)
    audit = audited(university, count=20)
    assert audit.students == 20


def test_page_before_any_audit(client, dean):
    client.force_login(dean)
    page = client.get(URL)
    assert page.status_code == 200
    assert not AuditEntry.objects.filter(action="fairness.read").exists()


def test_page_shows_the_audit_and_notes_the_reading(client, university, dean):
    audit = audited(university)
    client.force_login(dean)
    page = BeautifulSoup(client.get(URL).content, "html.parser")
    assert "女" in page.text
    assert AuditEntry.objects.get(action="fairness.read").object_id == str(audit.pk)


@pytest.mark.parametrize("name", ["fairness_csv", "fairness_xlsx"])
def test_export_has_a_row_a_group(client, university, dean, name):
    audit = audited(university)
    client.force_login(dean)
    answer = client.get(reverse(f"insights:{name}", args=[audit.pk]))
    assert answer.status_code == 200
    if name == "fairness_csv":
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert any("女" in cell for row in rows for cell in row)


@pytest.mark.parametrize("role", sorted(set(Role) - READERS))
def test_audit_does_not_exist_for_others(client, university, role):
    audit = audited(university, count=2)
    client.force_login(make_user(role=role))
    urls = [URL, reverse("insights:fairness_csv", args=[audit.pk])]
    assert {client.get(url).status_code for url in urls} == {404}
    assert client.post(reverse("insights:fairness_run")).status_code == 404


def test_audit_of_another_university_does_not_exist(client, university):
    audit = audited(university, count=2)
    client.force_login(make_user(role=Role.UNIVERSITY_ADMIN))
    assert client.get(reverse("insights:fairness_xlsx", args=[audit.pk])).status_code == 404
    assert client.get(URL, {"audit": audit.pk}).status_code == 404


def test_audit_button_starts_a_job(client, dean):
    client.force_login(dean)
    assert client.post(reverse("insights:fairness_run")).status_code == 302
    audit = FairnessAudit.objects.get()
    page = client.get(reverse("insights:fairness_progress", args=[audit.pk]))
    assert page.status_code == 200


def test_calibration_reads_answered_applications(taxonomy):
    student, posting = make_student(), make_posting()
    make_match(student=student, posting=posting, band="good")
    make_application(student=student, posting=posting, state="interview")
    assert selectors.answers(StudentProfile.objects.all()) == [
        selectors.Answer(student.pk, "good", True)
    ]


def test_sample_is_spread_over_all():
    assert spread(list(range(100)), 4) == [0, 25, 50, 75]
    assert spread([7, 8], 60) == [7, 8]


def test_every_input_of_the_engine_is_named():
    inputs = engine_inputs()
    assert inputs["candidate"] == [str(text) for text in CANDIDATE.values()]
    assert inputs["vacancy"] == [str(text) for text in VACANCY.values()]


def test_api_lists_and_opens_audits(client, university, dean):
    audit = make_audit(university=university)
    client.force_login(dean)
    rows = client.get("/api/v1/fairness/").json()["results"]
    assert [row["id"] for row in rows] == [audit.pk]
    found = client.get(f"/api/v1/fairness/{audit.pk}/").json()
    assert found["figures"]["swaps"]["sample"] == 8
    assert AuditEntry.objects.get(action="fairness.read").detail == {"form": "api"}


def test_page_counts_queries_alike_for_one_and_three_audits(client, university, dean):
    client.force_login(dean)
    make_audit(university=university)
    with CaptureQueriesContext(connection) as one:
        client.get(URL)
    for _ in range(2):
        make_audit(university=university)
    with CaptureQueriesContext(connection) as three:
        client.get(URL)
    assert len(one) == len(three)


def test_measured_quality_is_told_in_words_and_calibration_elsewhere(db):
    record_quality(task="calibration", figures={"verdict": "few_positives", "error": None})
    figures = {"map": 0.51234, "n": 2951, "skills": {"f1": 0.8}, "model": "x"}
    record_quality(task="titles zh", figures=figures)

    with translation.override("en"):
        (row,) = measured(encoder().name)

    assert (row["task"], row["text"]) == ("titles zh", "n 2,951 · MAP 0.512 · skills (F1 0.800)")

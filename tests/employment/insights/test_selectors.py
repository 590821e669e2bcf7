"""The figures against a small world counted by hand."""

import datetime as dt

import pytest

from employment.accounts.enums import Role
from employment.applications.enums import ApplicationState
from employment.applications.models import ApplicationStateChange
from employment.insights.selectors import demand, funnel, reach, skills, supply
from employment.insights.selectors.scope import Scope, Wanted
from employment.matches.enums import Band
from employment.privacy.enums import Purpose
from employment.students.models import StudentProfile
from employment.students.strength import strength_of
from tests.factories.accounts import actor_of_user, make_college, make_university, make_user
from tests.factories.applications import make_application
from tests.factories.matches import make_match
from tests.factories.postings import make_posting
from tests.factories.students import (
    make_certificate,
    make_experience,
    make_intention,
    make_skill_claim,
    make_student,
)

TODAY = dt.date(2026, 9, 20)


@pytest.fixture
def scope(dean):
    def build(user=dean, **wanted):
        return Scope(actor=actor_of_user(user), wanted=Wanted(**wanted), today=TODAY)

    return build


def test_demand_counts_open_postings_the_students_may_see(scope, university):
    make_posting(seats=3, occupation="2-02-10-03")
    make_posting(seats=4, occupation="2-02-07-02", audience=university)
    make_posting(seats=None, occupation="2-06-03-00")
    make_posting(seats=99, audience=make_university())
    make_posting(seats=99, published=False)
    make_posting(seats=99, deadline=TODAY - dt.timedelta(days=1))

    assert demand.totals(scope()) == {
        "postings": 3,
        "with_seats": 2,
        "with_occupation": 3,
        "seats": 7,
    }
    assert demand.by_occupation(scope()) == [
        {"group": "2-02-00-00", "postings": 2, "seats": 7},
        {"group": "2-06-00-00", "postings": 1, "seats": None},
    ]


def test_seats_of_a_posting_are_shared_among_its_places(scope):
    make_posting(seats=6, regions=["330100", "330200", "340100"])

    rows = demand.by_province(scope())

    assert rows == [
        {"province": "330000", "postings": 1, "seats": 4.0},
        {"province": "340000", "postings": 1, "seats": 2.0},
    ]


def test_filters_narrow_postings_and_students(scope, university):
    college = make_college(university=university)
    make_student(college=college, cohort=2026, degree=30)
    make_student(university=university, cohort=2027)
    make_posting(degree_floor=50)
    make_posting(published_at=dt.datetime(2026, 9, 19, tzinfo=dt.UTC))

    assert demand.totals(scope(degree=40))["postings"] == 1
    assert demand.totals(scope(days=7))["postings"] == 1
    assert supply.cohort_counts(scope()) == {2026: 1, 2027: 1}
    assert supply.cohort_counts(scope(college_id=college.pk)) == {2026: 1}
    assert supply.cohort_counts(scope(cohort=2027)) == {2027: 1}
    assert supply.cohort_counts(scope(degree=30)) == {2026: 1}


def test_completeness_is_the_average_of_the_profiles_own_strength(scope, university):
    make_student(university=university, bare=True)
    full = make_student(university=university, skills=["python", "java", "mysql"])
    make_intention(full, pay_floor=6000)
    make_skill_claim(full, skill="autocad", evidence="课程设计图纸")
    make_experience(
        full, description="使用 Python 和 MySQL 开发后端接口,负责订单模块的设计与测试工作。"
    )
    make_certificate(full)

    percents = [strength_of(s).percent for s in StudentProfile.objects.with_profile()]

    average = supply.completeness(supply.part_shares(scope()))
    assert average * 100 == pytest.approx(sum(percents) / 2, abs=0.5)


def test_readiness_counts_consents_in_force(scope, university):
    make_student(university=university)
    make_student(university=university, consents=[Purpose.MATCHING], bare=True)
    make_student(university=university, consents=False)

    ready = supply.readiness(scope())

    assert ready == {"students": 3, "agreed": 2, "matchable": 1, "shown": 1}


def test_a_contested_posting_shares_its_seats(scope, university):
    first = make_student(university=university, major="080901")
    second = make_student(university=university, major="120203K")
    elsewhere = make_student(major="080901")
    contested, own = make_posting(seats=6), make_posting(seats=2)
    for student in (first, second, elsewhere):
        make_match(student=student, posting=contested)
    make_match(student=first, posting=own, band=Band.GOOD)
    make_match(student=second, posting=own, band=Band.TRY)
    make_match(student=second, posting=make_posting(), short=True, band=Band.ONE_STEP)

    rows = {row["major"]: row for row in reach.major_balance(scope())}

    assert rows["120203K"]["seats_per_student"] == pytest.approx(2.0)
    assert rows["080901"]["seats_per_student"] == pytest.approx(4.0)
    assert rows["080901"]["good_matches"] == 2
    assert rows[None]["students"] == 2
    assert rows[None]["seats_per_student"] == pytest.approx(3.0)


def test_coverage_and_exposure(scope, university):
    student = make_student(university=university)
    make_student(university=university)
    postings = [make_posting() for _ in range(4)]
    for posting in postings[:3]:
        make_match(student=student, posting=posting)
    make_match(student=make_student(), posting=postings[3])

    covered = reach.coverage(scope())

    assert (covered["students"], covered["ten"], covered["three"], covered["none"]) == (2, 0, 1, 1)
    assert reach.exposure(scope()) == {0: 1, 1: 3}


def test_asked_skills_are_set_against_students_who_show_them(scope, university):
    make_posting(requirements=True)
    make_student(university=university, skills=["python"])
    make_student(university=university)

    rows = skills.asked_and_shown(scope())

    assert [(row["label"], row["postings"], row["must"], row["students"]) for row in rows] == [
        ("MySQL", 1, 0, 0),
        ("Python", 1, 1, 1),
    ]


def test_an_application_counts_in_every_stage_it_passed(scope, university):
    student = make_student(university=university)
    make_application(student=student)
    make_application(student=student, state=ApplicationState.OFFER)
    gone = make_application(student=student, state=ApplicationState.WITHDRAWN)
    ApplicationStateChange.objects.create(application=gone, to_state=ApplicationState.INTERVIEW)
    make_application()

    counts = funnel.stage_counts(scope())

    assert [counts[stage] for stage in funnel.STAGES] == [3, 2, 2, 1, 0]
    assert (counts["applicants"], counts["withdrawn"]) == (1, 1)


def test_outsiders_count_only_who_agreed_to_statistics(scope, government):
    make_student()
    make_student(consents=[Purpose.MATCHING])

    assert supply.cohort_counts(scope(government)) == {2027: 1}


def test_the_platform_counts_all(scope):
    make_student()
    make_student(consents=False)

    assert supply.cohort_counts(scope(make_user(role=Role.PLATFORM_ADMIN))) == {2027: 2}

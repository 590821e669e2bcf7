import io

import pytest

from employment.common.errors import InvalidError, StateError
from employment.guidance.pathways import selectors
from employment.guidance.pathways.enums import ChosenBy, FitPart
from employment.guidance.pathways.models import Course, DemandFact, TargetOccupation
from employment.guidance.pathways.selectors.covers import course_cover
from employment.guidance.pathways.selectors.people import person_of
from employment.guidance.pathways.selectors.practice import internships
from employment.guidance.pathways.selectors.reach import reachable
from employment.guidance.pathways.selectors.regions import compare_regions
from employment.guidance.pathways.services.courses import import_courses, save_course
from employment.guidance.pathways.services.demand import refresh_demand
from employment.guidance.pathways.services.fit import occupation_fit
from employment.guidance.pathways.services.targets import choose_target, drop_target
from employment.postings.enums import PostingState
from employment.privacy.enums import Purpose
from employment.students.enums import JobType
from employment.students.models import GradeRecord
from tests.factories.accounts import make_university
from tests.factories.pathways import make_cost, make_course, make_demand
from tests.factories.students import make_intention, make_skill_claim, make_student
from tests.factories.taxonomy import make_occupation, make_region, make_skill, make_taxonomy

pytestmark = pytest.mark.django_db


@pytest.fixture
def software():
    make_taxonomy()
    return make_occupation("2-02-10-03")


def test_facts_count_published_postings_and_hide_few(software):
    make_demand(6)
    make_demand(4, occupation="2-06-03-00")
    make_demand(5, occupation="2-02-07-02", state=PostingState.DRAFT)

    refresh_demand()

    market = selectors.market(software, [make_region("330100"), make_region("340100")])
    assert (market.n, market.pay.p50) == (6, 10000)
    assert [place.n for place in market.places] == [6, None]
    assert selectors.market(make_occupation("2-06-03-00")).n is None
    assert selectors.market(make_occupation("2-02-07-02")).n is None


def test_pay_of_other_kinds_of_work_is_not_mixed_in(software):
    make_demand(5)
    make_demand(5, kind=JobType.INTERNSHIP, pay_min=100, pay_max=200)
    make_demand(5, pay_unit="hour", pay_min=20, pay_max=30)

    refresh_demand()

    market = selectors.market(software)
    assert (market.n, market.internships, market.pay.n, market.pay.p25) == (15, 5, 5, 10000)


def test_unchanged_postings_are_not_computed_again(software):
    make_demand(5)
    first = refresh_demand(only_if_changed=True)

    assert first
    assert refresh_demand(only_if_changed=True) == 0
    before = DemandFact.objects.first().version
    make_demand(5, occupation="2-06-03-00")
    assert refresh_demand(only_if_changed=True)
    assert DemandFact.objects.first().version != before


def test_gaps_follow_the_profile(software):
    make_demand(6)
    refresh_demand()
    student = make_student(skills=["python"])
    make_course(university=student.university, skills=["mysql"], name="数据库")
    make_course(skills=["mysql"], name="别校数据库")

    rows = selectors.gaps(student, software)

    assert [(gap.skill.pk, gap.size, gap.share, gap.n) for gap in rows] == [("mysql", 1, 1, 6)]
    assert [action.title for action in rows[0].actions] == ["数据库"]


def test_another_region_changes_only_its_part(software):
    make_demand(6)
    make_demand(12, regions=("340100",), occupation="2-06-03-00")
    make_demand(5, regions=("340100",))
    refresh_demand()
    student = make_student(skills=["python"])

    fits = [occupation_fit(student, software, make_region(code)) for code in ("330100", "340100")]
    unknown = occupation_fit(student, software)

    here, there = fits
    assert here.total != there.total
    for fit in (here, there, unknown):
        assert sum(part.points for part in fit.parts) == fit.total
        for kind in set(FitPart) - {FitPart.REGION}:
            assert fit.part(kind) == here.part(kind)
    assert unknown.high - unknown.low > here.high - here.low


def test_nothing_known_keeps_every_part_open(software):
    student = make_student(bare=True, consents=False, major=None)

    fit = occupation_fit(student, software)

    assert (fit.low, fit.high, fit.coverage) == (0, 100, 0)


def test_grades_count_only_with_consent(software):
    make_demand(6)
    refresh_demand()
    for purposes, changes in (([Purpose.GUIDANCE], True), ([Purpose.MATCHING], False)):
        student = make_student(consents=purposes, skills=["python"])
        make_course(university=student.university, skills=["mysql"], name="数据库原理")
        for term, score in (("2025-1", 70), ("2025-2", 85)):
            GradeRecord.objects.create(student=student, course="数据库原理", term=term, score=score)

        person = person_of(student)

        assert ("mysql" in person.levels) is changes
        assert (person.grade_change == 15) is changes
        assert occupation_fit(student, software).part(FitPart.TRAJECTORY).is_known is changes


def test_reachable_needs_two_skills(software):
    make_demand(6, skills=("python", "mysql", "java"))
    refresh_demand()

    assert reachable(person_of(make_student(skills=["python"]))) == []
    found = reachable(person_of(make_student(skills=["python", "mysql"])))
    assert [row.occupation for row in found] == [software]
    assert found[0].distance == pytest.approx(1 / 3)
    assert [bridge.skill.pk for bridge in found[0].bridges] == ["java"]


def test_cover_comes_from_the_own_catalogue(software):
    make_demand(6, skills=("python", "mysql", "java"))
    refresh_demand()
    student = make_student(skills=["python"])
    first = make_course(university=student.university, skills=[], credits=1)
    make_course(university=student.university, skills=["mysql"], credits=2, needs=[first])
    make_course(university=student.university, skills=["java"], credits=4, is_offered=False)
    make_course(skills=["java"])

    plan = course_cover(person_of(student), software, limit=6).single

    assert (plan.covered, plan.credits) == (0.5, 3)
    assert next(one.course for one in plan.courses) == first
    assert [skill.pk for skill in plan.left] == ["java"]


def test_internships_close_named_gaps(software):
    make_demand(6)
    student = make_student(skills=["python"])
    shown = make_demand(1, kind=JobType.INTERNSHIP, title="暑期实习", skills=["mysql"])[0]
    make_demand(1, kind=JobType.INTERNSHIP, audience=make_university(), skills=["mysql"])
    make_demand(1, kind=JobType.INTERNSHIP, degree_floor=50, skills=["mysql"])
    refresh_demand()

    person = person_of(student)

    found = internships(person, software)
    assert [(row.posting, row.counts) for row in found] == [(shown, 1.0)]
    assert internships(person, software, season="winter") == []
    assert len(internships(person, software, season="summer")) == 1


def test_hard_wishes_bound_the_compared_regions(software):
    make_demand(6)
    make_demand(5, regions=("340100",))
    make_cost("340100", rent=1000, price_level=100)
    refresh_demand()
    student = make_student()
    make_intention(student, regions=["340100"], regions_hard=True)

    bound = compare_regions(person_of(student), software)
    opened = compare_regions(person_of(student), software, everywhere=True)

    assert [row.region.pk for row in bound.rows] == ["340100"]
    assert bound.rows[0].left == 9000
    assert {row.region.pk for row in opened.rows} >= {"340100", "330100"}


def test_targets_are_three_at_most_and_fall_back_to_the_intention(software):
    student = make_student()
    make_intention(student)
    assert [(t.occupation, t.chosen_by) for t in selectors.targets(student)] == [
        (software, ChosenBy.INTENTION)
    ]

    for code in ("2-02-07-02", "2-06-03-00", "2-05-08-01"):
        choose_target(student=student, occupation=make_occupation(code), user=student.user)
    with pytest.raises(StateError):
        choose_target(student=student, occupation=software, user=student.user)
    region = make_region("340100")
    nurse = make_occupation("2-05-08-01")
    choose_target(student=student, occupation=nurse, region=region, user=student.user)

    assert selectors.targets(student)[-1].region == region
    assert drop_target(student=student, occupation=nurse)
    assert TargetOccupation.objects.count() == 2


def read(university, text):
    file = io.BytesIO(text.encode("gb18030"))
    return import_courses(university=university, file=file, name="课程.csv")


def test_import_reports_each_fault_and_repeats_nothing():
    make_taxonomy()
    university = make_university()
    text = (
        "课程代码,课程名称,学分,先修课程,技能\n"
        "A1,数据库原理,3,,MySQL\n"
        "A2,Python 程序设计,2,A1、Z9,\n"
        "A3,无学分,很多,,\n"
        ",无编号,2,,\n"
        "A5,未知技能,2,,占星术\n"
    )

    first, second = read(university, text), read(university, text)

    assert (first.added, first.changed, second.added, second.changed) == (3, 0, 0, 0)
    found = [(issue.row, issue.field, issue.value) for issue in first.issues]
    assert found == [
        (4, "credits", "很多"),
        (5, "code", ""),
        (6, "skills", "占星术"),
        (3, "prerequisites", "Z9"),
    ]
    python = Course.objects.get(code="A2")
    assert [row.code for row in python.prerequisites.all()] == ["A1"]
    assert [row.pk for row in python.skills.all()] == ["python"]


def test_prerequisites_may_not_run_in_a_circle():
    university = make_university()
    first = make_course(university=university)
    second = make_course(university=university, needs=[first])

    with pytest.raises(InvalidError):
        save_course(
            university=university, fields={}, prerequisites=[second], skills=[], course=first
        )
    assert not first.prerequisites.exists()


def test_basic_level_is_half_a_gap(software):
    make_demand(6, skills=["python"])
    refresh_demand()
    student = make_student()
    make_skill_claim(student, skill="python", level=1)

    assert [gap.size for gap in selectors.gaps(student, software)] == [0.5]
    assert make_skill("python").pk == "python"

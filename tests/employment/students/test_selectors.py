import pytest

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.accounts.models import Organisation
from employment.privacy.enums import Purpose
from employment.students.enums import EnrolmentState
from employment.students.selectors import StudentFilter, student_list
from employment.students.strength import strength_of
from tests.factories.accounts import make_college, make_user
from tests.factories.students import (
    make_certificate,
    make_experience,
    make_intention,
    make_skill_claim,
    make_student,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    """The career office of a university with three unlike students."""
    college = make_college()
    university = college.parent
    make_student(college=college, student_no="A1", cohort=2027)
    make_student(university=university, student_no="B2", cohort=2028, major="120203K")
    make_student(university=university, student_no="C3", degree=30, enrolment="claimed")
    make_student(student_no="A1")
    return actor_for_user(make_user(role=Role.CAREER_OFFICE, organisation=university))


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, {"A1", "B2", "C3"}),
        ({"text": "会计"}, {"B2"}),
        ({"text": "a1"}, {"A1"}),
        ({"text": "100%"}, set()),
        ({"cohort": 2028}, {"B2"}),
        ({"degree": 30}, {"C3"}),
        ({"enrolment": EnrolmentState.CLAIMED}, {"C3"}),
        ({"cohort": 2027, "enrolment": EnrolmentState.CONFIRMED}, {"A1"}),
    ],
)
def test_list_is_narrowed_within_the_own_rows(office, wanted, numbers):
    rows = student_list(office, StudentFilter(**wanted))

    assert {row.student_no for row in rows} == numbers


def test_list_of_a_college(office):
    college = make_college()
    own = student_list(office, StudentFilter()).exclude(college=None).get()

    assert student_list(office, StudentFilter(college_id=own.college_id)).get() == own
    assert not student_list(office, StudentFilter(college_id=college.pk)).exists()


@pytest.mark.parametrize(("sort", "first"), [("cohort", "A1"), ("-cohort", "B2"), ("bad", "A1")])
def test_list_is_sorted_and_a_bad_sort_is_passed_over(office, sort, first):
    assert student_list(office, StudentFilter(sort=sort))[0].student_no == first


def test_strength_grows_to_a_hundred_and_names_the_biggest_gap():
    bare = make_student(bare=True, major=None)
    assert strength_of(bare).percent == 0
    assert strength_of(bare).next_part.name in {"basics", "experience"}

    full = make_student()
    make_intention(full, pay_floor=6000)
    for skill in ("python", "java", "mysql", "autocad", "accounting"):
        make_skill_claim(full, skill=skill, evidence="课程设计")
    for _number in range(2):
        make_experience(
            full, description="负责订单模块的后端接口设计与开发,编写单元测试,接口响应时间降低一半。"
        )
    make_certificate(full)

    assert strength_of(full).percent == 100
    assert strength_of(full).next_part is None


@pytest.mark.parametrize("text", ["张小雨", "zhang", "zhangxiaoyu", "zxy", "zhang x", "小雨"])
def test_names_are_found_in_pinyin_too(office, text):
    student = make_student(college=office_college(office), student_no="P9")
    student.user.name = "张小雨"
    student.user.save()

    assert [row.student_no for row in student_list(office, StudentFilter(text=text))] == ["P9"]


@pytest.mark.parametrize("text", ["python", "网页开发"])
def test_skills_and_wishes_are_found_under_other_names_with_consent(office, text):
    able = make_student(
        college=office_college(office), student_no="S1", consents=[Purpose.MATCHING]
    )
    silent = make_student(college=office_college(office), student_no="S2", consents=[])
    for student in (able, silent):
        make_skill_claim(student, skill="python")
        make_intention(student, titles=["前端"])

    assert [row.student_no for row in student_list(office, StudentFilter(text=text))] == ["S1"]


def office_college(office):
    return make_college(university=Organisation.objects.get(pk=office.university_id))

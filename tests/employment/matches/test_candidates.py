import pytest

from employment.matches.adapters.students import candidate_of
from matching.skills import trade_of
from tests.factories.students import make_experience, make_intention, make_skill_claim, make_student
from tests.factories.taxonomy import make_skill

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("titles", "trade"), [([], ("python",)), (["其他"], ("python",)), (["数据分析师"], ())]
)
def test_skills_of_a_trade_stand_for_a_wish_that_is_not_stated(titles, trade):
    student = make_student()
    make_intention(student, titles=titles, occupations=())
    for skill in ("python", "teamwork", "cet-4"):
        make_skill_claim(student, skill=skill)

    assert trade_of(candidate_of(student)) == trade


@pytest.mark.parametrize(("claimed", "trade"), [(["mysql"], ("mysql",)), ([], ("java",))])
def test_what_is_named_as_a_skill_comes_before_what_was_done(claimed, trade):
    student = make_student(summary="擅长会计核算。")
    make_experience(student, title="课程设计", description="用 Java 写了一个小程序。")
    for skill in ("java", "accounting"):
        make_skill(skill)
    for skill in claimed:
        make_skill_claim(student, skill=skill)

    assert trade_of(candidate_of(student)) == trade

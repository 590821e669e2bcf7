import pytest

from employment.matches.adapters.students import candidate_of
from matching.skills import trade_of
from tests.factories.students import make_intention, make_skill_claim, make_student

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

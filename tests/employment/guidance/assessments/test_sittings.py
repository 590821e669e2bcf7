import pytest

from employment.common.errors import InvalidError, NotAllowedError, StateError
from employment.guidance.assessments import selectors
from employment.guidance.assessments.enums import Flag
from employment.guidance.assessments.models import Answer, Result, Sitting
from employment.guidance.assessments.services.sittings import (
    delete_sitting,
    finish_sitting,
    save_answer,
    start_sitting,
)
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import withdraw_consent
from tests.factories.assessments import make_result, make_sitting, steady
from tests.factories.students import make_skill_claim, make_student
from tests.factories.taxonomy import make_occupation, make_skill

pytestmark = pytest.mark.django_db


@pytest.fixture
def student():
    return make_student()


def test_without_consent_nothing_starts():
    student = make_student(consents=[Purpose.MATCHING])

    with pytest.raises(NotAllowedError):
        start_sitting(student=student, code="interests")


def test_starting_twice_gives_the_open_sitting(student):
    first = start_sitting(student=student, code="interests")

    assert start_sitting(student=student, code="interests") == first
    assert len(first.items) == 60


def test_the_same_answer_twice_is_one_row_and_keeps_its_time(student):
    sitting = start_sitting(student=student, code="interests")

    save_answer(sitting=sitting, item="r1", value=4, milliseconds=3000)
    save_answer(sitting=sitting, item="r1", value=2, milliseconds=90)

    answer = Answer.objects.get()
    assert (answer.value, answer.keyed, answer.milliseconds) == (2, 0.25, 3000)


@pytest.mark.parametrize(("item", "value"), [("r1", 0), ("r1", 6), ("nothing", 3)])
def test_what_is_not_among_the_answers_is_refused(student, item, value):
    sitting = start_sitting(student=student, code="interests")

    with pytest.raises(InvalidError):
        save_answer(sitting=sitting, item=item, value=value)


def test_a_judgement_item_has_four_answers(student):
    sitting = start_sitting(student=student, code="judgement")

    with pytest.raises(InvalidError):
        save_answer(sitting=sitting, item="late", value=5)


def test_finishing_twice_gives_one_result(student):
    sitting = make_sitting(student)

    first, second = finish_sitting(sitting=sitting), finish_sitting(sitting=sitting)

    assert first == second
    assert first.scores == {"r": 0, "i": 1, "a": 0.25, "s": 0.75, "e": 0.25, "c": 0.5}
    assert (first.flags, first.is_complete) == ([], True)


def test_nothing_answered_cannot_be_finished(student):
    with pytest.raises(InvalidError):
        finish_sitting(sitting=start_sitting(student=student, code="values"))


def test_after_the_end_only_the_stored_answer_is_accepted(student):
    sitting = make_result(student).sitting

    save_answer(sitting=sitting, item="r1", value=1)
    with pytest.raises(StateError):
        save_answer(sitting=sitting, item="r1", value=2)


def test_careless_answers_get_a_result_with_flags(student):
    result = make_result(student, code="personality", choose=lambda item: 5, milliseconds=600)

    assert result.flags == [Flag.SAME, Flag.FAST, Flag.INCONSISTENT]
    assert selectors.latest_results(student) == {}


def test_a_result_with_gaps_says_so(student):
    result = make_result(student, code="values", answered=20)

    assert result.flags == [Flag.MISSING]
    assert not result.is_complete
    assert result.scores["relationships"] is None  # three of four answered


def test_skills_come_from_the_profile_and_the_target(student):
    make_skill_claim(student, skill="python")
    make_skill("mysql").occupations.add(make_occupation("2-02-10-03"))

    sitting = start_sitting(student=student, code="skills", occupation="2-02-10-03")

    assert sitting.items == ["own/python", "target/mysql"]
    save_answer(sitting=sitting, item="own/python", value=4, evidence=" 课程设计 ")
    result = finish_sitting(sitting=sitting)
    assert result.scores == {"own": 0.75, "target": None}
    assert Answer.objects.get().evidence == "课程设计"


def test_without_skills_there_is_nothing_to_check(student):
    with pytest.raises(InvalidError):
        start_sitting(student=student, code="skills")


def test_deleting_takes_answers_and_result(student):
    delete_sitting(sitting=make_result(student).sitting)

    assert [model.objects.count() for model in (Sitting, Answer, Result)] == [0, 0, 0]


def test_the_newest_valid_result_counts(student):
    make_result(student)
    newest = make_result(student, choose=lambda item: 6 - steady(item))
    make_result(student, milliseconds=100)

    assert selectors.latest_results(student) == {"interests": newest}


def test_withdrawn_consent_takes_the_interests_away(student):
    make_result(student)
    assert selectors.interest_profile(student) == (0, 1, 0.25, 0.75, 0.25, 0.5)

    withdraw_consent(user=student.user, purpose=Purpose.GUIDANCE)

    assert selectors.latest_results(student) == {}
    assert selectors.interest_profile(student) is None


def test_an_unknown_target_is_refused(student):
    make_skill_claim(student)

    with pytest.raises(InvalidError):
        start_sitting(student=student, code="skills", occupation="9-99-99-99")

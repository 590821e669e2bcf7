"""Reliability and norms from stored answers."""

from statistics import variance

import pytest

from employment.guidance.assessments.enums import Change
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Result
from employment.guidance.assessments.rules.statistics import change_between, cronbach_alpha
from employment.guidance.assessments.selectors.quality import norm_groups, qualities, reliabilities
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import withdraw_consent
from tests.factories.accounts import make_university
from tests.factories.assessments import make_result
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db
VALUES = instruments()["values"]


def answer_of(number):
    """Deterministic: a level for each person and scale, a step more for every other item."""

    def choose(item):
        level = (number * 7 + sum(map(ord, item.scale)) * (number % 3 + 1)) % 4
        return 1 + level + (number + ord(item.code[-1])) % 2

    return choose


def crowd(count, university, **fields):
    return [
        make_result(
            make_student(university=university, **fields), code="values", choose=answer_of(number)
        )
        for number in range(count)
    ]


def test_alpha_of_stored_answers_is_that_of_the_raw_table():
    crowd(32, make_university())
    known = reliabilities(VALUES)["achievement"]

    rows = [
        [r.sitting.answers.get(item=f"ach{n}").keyed for n in range(1, 5)]
        for r in Result.objects.valid()
    ]
    assert known.n == len(rows) >= 30
    assert known.alpha == pytest.approx(cronbach_alpha(rows))
    assert known.deviation == pytest.approx(variance([sum(row) / 4 for row in rows]) ** 0.5)


def test_below_thirty_there_is_no_alpha_and_no_percentile():
    result = crowd(5, make_university())[0]

    assert reliabilities(VALUES)["achievement"].alpha is None
    assert [group.is_enough for group in norm_groups(result)] == [False] * 3
    assert all(group.shares["achievement"] is None for group in norm_groups(result))


def test_norms_name_their_group_and_count_each_person_once():
    home = make_university()
    results = crowd(32, home)
    crowd(3, make_university())
    make_result(results[0].student, code="values", choose=answer_of(9))

    platform, university, cohort = norm_groups(results[0])

    valid = Result.objects.valid()
    assert platform.n == valid.values("student").distinct().count()
    assert (
        university.n == valid.filter(student__university=home).values("student").distinct().count()
    )
    assert home.label in university.name
    assert "2027" in cohort.name
    assert 0 <= platform.shares["achievement"] <= 1


def test_who_withdraws_consent_leaves_the_sample():
    results = crowd(4, make_university())
    withdraw_consent(user=results[0].student.user, purpose=Purpose.GUIDANCE)

    assert reliabilities(VALUES)["achievement"].n == 3


def test_a_retest_is_judged_by_the_reliability():
    first = crowd(40, make_university())[3]
    known = reliabilities(VALUES)["recognition"]

    assert known.error is not None
    far = 3 * known.error
    assert change_between(0.5, 0.5 + far, known) is Change.UP
    assert first.scores["recognition"] is not None


def test_the_page_of_instruments_counts_results_and_flags():
    crowd(3, make_university())
    make_result(make_student(), code="values", choose=lambda item: 3)

    values = next(one for one in qualities() if one.instrument.code == "values")

    assert (values.n, values.taken, values.flagged, values.flagged_share) == (3, 4, 1, None)

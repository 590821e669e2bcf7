from statistics import variance

import pytest

from employment.guidance.assessments.enums import Change
from employment.guidance.assessments.rules.interests import interest_fit
from employment.guidance.assessments.rules.statistics import (
    Reliability,
    change_between,
    cronbach_alpha,
    percentile,
    reliability,
)


def test_alpha_of_a_worked_example():
    # Variances of the items 1, 1, 1; of the sums 7: 3 / 2 * (1 - 3 / 7).
    rows = [[1, 1, 2], [2, 2, 1], [3, 3, 3]]

    assert cronbach_alpha(rows) == pytest.approx(1.5 * (1 - 3 / 7))


def test_alpha_of_parallel_items_is_one_and_of_unrelated_ones_zero():
    assert cronbach_alpha([[n, n, n] for n in range(5)]) == pytest.approx(1)
    assert cronbach_alpha([[0, 0], [0, 1], [1, 0], [1, 1]]) == pytest.approx(0)


@pytest.mark.parametrize("rows", [[], [[1, 2]], [[1], [2]], [[1, 2], [1, 2]]])
def test_alpha_is_unknown_without_people_items_or_variance(rows):
    assert cronbach_alpha(rows) is None


def test_reliability_needs_thirty_people():
    scores = [n % 5 / 4 for n in range(30)]
    variances = [variance(scores)] * 2

    assert reliability(variances, scores[:29]) == Reliability(29)
    known = reliability(variances, scores)
    assert (known.n, known.alpha) == (30, pytest.approx(1))
    assert known.error == pytest.approx(0)


def test_percentile_counts_ties_half_and_needs_thirty():
    group = [n / 30 for n in range(30)]

    assert percentile(0, group) == pytest.approx(0.5 / 30)
    assert percentile(0.5, group) == pytest.approx(15.5 / 30)
    assert percentile(2, group) == 1
    assert percentile(0.5, group[:29]) is None


def test_a_change_counts_only_beyond_measurement_error():
    known = Reliability(100, alpha=0.84, deviation=0.2)  # error 0.08, critical difference 0.222

    assert known.error == pytest.approx(0.08)
    assert change_between(0.5, 0.72, known) is Change.SAME
    assert change_between(0.5, 0.73, known) is Change.UP
    assert change_between(0.5, 0.27, known) is Change.DOWN
    assert change_between(0.5, 0.9, Reliability(12)) is Change.UNKNOWN


def test_interest_fit_compares_shapes():
    person = (0.1, 0.9, 0.3, 0.5, 0.2, 0.4)

    assert interest_fit(person, person) == pytest.approx(1)
    assert interest_fit(person, [x / 2 + 0.4 for x in person]) == pytest.approx(1)
    assert interest_fit(person, [1 - x for x in person]) == pytest.approx(0)
    assert interest_fit((0.5,) * 6, person) == 0.5

import numpy as np
import pytest

from matching.balancing import Wishes, balance, own_order
from matching.market import change, expected_matches, measure, synthetic_market, trade_off


def certain(students, seats):
    """Everyone applies to the only posting for certain."""
    ones = np.ones((students, 1))
    return Wishes(np.zeros((students, 1), dtype=int), ones, ones, np.array([seats]))


@pytest.mark.parametrize(("students", "seats"), [(4, 1), (4, 3), (4, 9)])
def test_expected_matches_stop_at_the_seats(students, seats):
    wishes = certain(students, seats)

    assert expected_matches(wishes) == min(students, seats) / students


def test_expected_matches_counts_a_student_once():
    ones = np.ones((1, 1))
    wishes = Wishes(np.array([[0, 1]]), np.ones((1, 2)), np.repeat(ones, 2, 1), np.ones(2))

    assert expected_matches(wishes) == 1.0


def test_expected_matches_skips_the_end_of_short_lists():
    wishes = Wishes(np.array([[-1]]), np.ones((1, 1)), np.ones((1, 1)), np.ones(1))

    assert expected_matches(wishes) == 0.0


def test_employers_keep_the_better_applicant():
    wishes = Wishes(np.array([[0], [0]]), np.ones((2, 1)), np.array([[0.2], [0.9]]), np.array([1]))

    assert expected_matches(wishes) == 0.5


def test_market_reaches_its_targets_at_the_default_strength():
    """More matches, more even exposure, little relevance lost, own first three in place."""
    wishes = synthetic_market(4000, 3200, depth=80, seed=3)
    plain = measure(wishes, own_order(wishes, 10))
    found = measure(wishes, balance(wishes, 0.25, k=10).order)

    assert change(found.matches, plain.matches) >= 0.30
    assert change(found.gini, plain.gini) <= -0.25
    assert change(found.relevance, plain.relevance) >= -0.08
    assert found.kept == 1.0


def test_trade_off_begins_at_the_plain_list():
    wishes = synthetic_market(300, 200, depth=30)

    (strength, plain), (_half, spread) = trade_off(wishes, (0.0, 0.5), k=10)

    assert strength == 0.0
    assert plain.ndcg == pytest.approx(1.0)
    assert spread.coverage > plain.coverage

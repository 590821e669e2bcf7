import numpy as np
import pytest

from matching.fairness import (
    compare_groups,
    compare_lists,
    exposure_at,
    observed_to_expected,
    rate_of,
    ratio_of,
    wilson,
)


def people(rng, count, rate, *, spread=0.0, pairs=40):
    """Selected and eligible pairs of ``count`` persons whose own rates vary around ``rate``."""
    eligible = rng.integers(pairs // 2, pairs, count).astype(float)
    own = np.clip(rate * (1 + spread * rng.standard_normal(count)), 0, 1)
    return rng.binomial(eligible.astype(int), own).astype(float), eligible


def test_wilson_known_value():
    assert wilson(0.5, 100) == pytest.approx((0.4038, 0.5962), abs=1e-4)


def test_wilson_nobody():
    assert wilson(0.0, 0) == (0.0, 1.0)


def test_rate_interval_holds_the_true_rate_of_clustered_pairs():
    rng = np.random.default_rng(1)
    found = [rate_of(*people(rng, 60, 0.3, spread=0.5)) for _ in range(400)]
    inside = np.mean([one.low <= 0.3 <= one.high for one in found])
    assert 0.91 <= inside <= 0.98


def test_ratio_interval_holds_the_true_ratio_of_clustered_pairs():
    rng = np.random.default_rng(2)
    found = [
        ratio_of(people(rng, 50, 0.16, spread=0.4), people(rng, 80, 0.2, spread=0.4))
        for _ in range(400)
    ]
    inside = np.mean([one.low <= 0.8 <= one.high for one in found])
    assert 0.91 <= inside <= 0.98


def test_groups_equal_rates_are_not_flagged():
    rng = np.random.default_rng(3)
    selected, eligible = people(rng, 400, 0.2)
    rows = compare_groups(selected, eligible, ["a", "b"] * 200, shown={"a", "b"})
    assert [row.flagged for row in rows] == [False, False]
    assert rows[0].ratio is None


def test_groups_half_the_rate_is_flagged():
    rng = np.random.default_rng(4)
    one, two = people(rng, 200, 0.4), people(rng, 200, 0.2)
    selected, eligible = np.append(one[0], two[0]), np.append(one[1], two[1])
    rows = compare_groups(selected, eligible, ["a"] * 200 + ["b"] * 200, shown={"a", "b"})
    assert [(row.name, row.flagged) for row in rows] == [("a", False), ("b", True)]
    assert rows[1].ratio.value == pytest.approx(0.5, abs=0.05)


def test_groups_low_ratio_of_few_people_is_no_proof():
    selected = np.array([3.0, 0, 2, 1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0, 2, 0, 0])
    rows = compare_groups(selected, np.full(20, 10.0), ["a"] * 10 + ["b"] * 10, shown={"a", "b"})
    assert rows[1].ratio.value < 0.8
    assert not rows[1].flagged


def test_groups_without_any_selected_pair():
    rng = np.random.default_rng(5)
    best = people(rng, 200, 0.3)
    none = (np.zeros(50), np.full(50, 30.0))
    assert ratio_of(none, best).value == 0.0
    assert ratio_of(none, best).high < 0.8
    few = (np.zeros(10), np.full(10, 1.0))
    assert ratio_of(few, best).high > 0.8


def test_groups_not_to_be_shown_are_left_out():
    rows = compare_groups(np.ones(4), np.full(4, 2.0), ["a", "a", "b", ""], shown={"a"})
    assert [row.name for row in rows] == ["a"]


def test_exposure_halves_at_the_third_place():
    assert exposure_at(np.array([1, 3])).tolist() == [1.0, 0.5]


def test_calibration_equal_groups_are_at_one():
    happened = np.array([1.0, 0, 1, 0] * 20)
    found = observed_to_expected(happened, ["strong"] * 80, ["a", "a", "b", "b"] * 20, shown={"a"})
    assert found["a"].value == pytest.approx(1.0)
    assert found["a"].low < 1 < found["a"].high


def test_swap_equal_lists_are_identical():
    lists = {1: ([4, 2], [80.0, 70.0]), 2: ([], [])}
    found = compare_lists(lists, lists)
    assert found.identical
    assert (found.overlap, found.largest_change) == (1.0, 0.0)


def test_swap_moved_posting_is_seen():
    found = compare_lists({1: ([4, 2], [80.0, 70.0])}, {1: ([2, 4], [81.0, 80.0])})
    assert not found.identical
    assert found.largest_change == 11.0
    assert found.overlap < 0.97

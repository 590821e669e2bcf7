import numpy as np
import pytest

from matching import metrics


def test_average_precision_of_known_ranking():
    assert metrics.average_precision("abcd", {"a", "c"}) == pytest.approx((1 + 2 / 3) / 2)
    assert metrics.average_precision("abcd", set()) == 0.0


def test_ndcg_is_one_for_the_ideal_order_and_less_otherwise():
    gains = {"a": 3.0, "b": 1.0}

    assert metrics.ndcg("abc", gains, 3) == pytest.approx(1.0)
    assert metrics.ndcg("bca", gains, 3) == pytest.approx(
        (1 + 3 / np.log2(4)) / (3 + 1 / np.log2(3))
    )


def test_recall_and_hit():
    assert metrics.recall_at("abcd", {"a", "d"}, 2) == 0.5
    assert metrics.hit_at("abcd", {"b"}, 1) == 0.0
    assert metrics.hit_at("abcd", {"b"}, 2) == 1.0


def test_exposure_measures_at_their_ends():
    even, one = np.full(4, 5.0), np.array([20.0, 0, 0, 0])

    assert metrics.gini(even) == pytest.approx(0.0)
    assert metrics.gini(one) == pytest.approx(0.75)
    assert metrics.congestion(even) == pytest.approx(-1.0)
    assert metrics.congestion(one) == pytest.approx(0.0)
    assert metrics.coverage(one) == 0.25
    assert metrics.exposures([["a", "b"], ["a"]], ["a", "b", "c"]).tolist() == [2, 1, 0]


def test_calibration_error():
    predicted = np.array([0.9, 0.9, 0.1, 0.1])

    assert metrics.calibration_error(predicted, np.array([1, 1, 0, 0])) == pytest.approx(0.1)
    assert metrics.calibration_error(np.ones(2), np.zeros(2)) == pytest.approx(1.0)


def test_rank_biased_overlap():
    assert metrics.rank_biased_overlap("abcd", "abcd") == pytest.approx(1.0)
    assert metrics.rank_biased_overlap("abcd", "efgh") == pytest.approx(0.0)
    near, far = "abdc", "dcba"
    assert metrics.rank_biased_overlap("abcd", near) > metrics.rank_biased_overlap("abcd", far)
    assert metrics.rank_biased_overlap("ab", "abcd") == pytest.approx(1.0)

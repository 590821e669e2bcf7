import numpy as np
import pytest

from matching.calibration import Verdict, calibrate


def outcomes(count=3000, *, drift=0.0, seed=1):
    """What happens depends on the score; ``drift`` shifts the later third."""
    rng = np.random.default_rng(seed)
    score, coverage = rng.uniform(0, 100, count), rng.uniform(0.2, 1, count)
    at = np.arange(count)
    margin = -3 + 5 * score / 100 + 0.5 * coverage + drift * (at > 0.7 * count)
    truth = 1 / (1 + np.exp(-margin))
    return score, coverage, rng.random(count) < truth, at, truth


def test_enough_outcomes_give_probabilities_close_to_the_truth():
    score, coverage, happened, at, truth = outcomes()

    report = calibrate(score, coverage, happened, at)

    assert report.verdict is Verdict.CALIBRATED
    assert report.error <= 0.05
    found = report.calibration.probability(score, coverage)
    assert np.abs(found - truth).mean() < 0.03


@pytest.mark.parametrize(
    ("kept", "verdict"), [(True, Verdict.FEW_NEGATIVES), (False, Verdict.FEW_POSITIVES)]
)
def test_one_sided_outcomes_give_no_probability(kept, verdict):
    score, coverage, happened, at, _truth = outcomes()
    chosen = np.sort(np.concatenate([np.flatnonzero(happened == kept), [0, 1, 2]]))

    report = calibrate(score[chosen], coverage[chosen], happened[chosen], at[chosen])

    assert report.verdict is verdict
    assert report.calibration is None


def test_a_later_period_that_differs_gives_no_probability():
    score, coverage, happened, at, _truth = outcomes(drift=-2.5)

    report = calibrate(score, coverage, happened, at)

    assert report.verdict is Verdict.NOT_BORNE_OUT
    assert report.error > 0.05
    assert report.calibration is None


def test_the_order_of_rows_does_not_matter():
    score, coverage, happened, at, _truth = outcomes(1200)
    mixed = np.random.default_rng(2).permutation(1200)

    one = calibrate(score, coverage, happened, at)
    two = calibrate(score[mixed], coverage[mixed], happened[mixed], at[mixed])

    assert one.error == pytest.approx(two.error)


def test_bands_hold_the_probability_and_narrow_with_more_outcomes():
    few, many = (calibrate(*outcomes(count)[:4]).calibration for count in (3000, 12_000))

    for found in (few, many):
        low, high = found.band(70, 0.8)
        assert low <= found.probability(np.array([70]), np.array([0.8]))[0] <= high
    assert np.ptp(few.band(70, 0.8)) >= np.ptp(many.band(70, 0.8))


def test_a_higher_score_is_never_less_likely():
    score, coverage, happened, at, _truth = outcomes()
    happened = np.random.default_rng(3).random(len(score)) < 0.6 - score / 400

    found = calibrate(score, coverage, happened, at).calibration

    assert found is None or found.of_score >= 0

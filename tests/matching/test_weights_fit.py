import numpy as np
import pytest

from matching.criteria import CRITERIA, Weights
from matching.weights_fit import (
    Labelled,
    NotEnough,
    Proposal,
    fit_weights,
    propensity_weight,
    propose,
)

PLANTED = Weights(
    version="planted", occupation=0.1, skills=0.5, experience=0.1, field=0.1, preference=0.2
)


def simulated(students, *, truth=PLANTED, seed=1, shown=20):
    """Students look at a list ranked by the hand weights, the further down the less, and take what
    the planted weights like."""
    rng = np.random.default_rng(seed)
    hand, liked = Weights().vector(), truth.vector()
    rows = []
    for student in range(students):
        values = rng.random((shown, len(CRITERIA)))
        values[:, 3] = np.where(rng.random(shown) < 0.3, np.nan, values[:, 3])
        ranked = values[np.argsort(-np.nansum(values * hand, axis=1))]
        looked = rng.random(shown) < 1 / np.log2(np.arange(2, shown + 2))
        known = ~np.isnan(ranked)
        total = np.nansum(ranked * liked, axis=1) / (known * liked).sum(axis=1)
        chance = 1 / (1 + np.exp(-25 * (total - 0.62)))
        taken = rng.random(shown) < chance
        for place in np.flatnonzero(looked):
            grade = (2 + int(rng.random() < 0.4)) if taken[place] else 0
            at = float(student)
            rows.append(
                Labelled(student, int(place), grade, int(place) + 1, at, tuple(ranked[place]))
            )
    return rows


def test_fit_recovers_planted_weights():
    fitted = fit_weights(simulated(600), hand=Weights(), version="r1")
    assert np.abs(fitted.vector() - PLANTED.vector()).max() < 0.08
    assert fitted.version == "r1"
    assert fitted.vector().sum() == pytest.approx(1.0, abs=1e-3)


def test_fit_little_data_stays_near_the_hand():
    few, many = (fit_weights(simulated(n), hand=Weights(), version="r") for n in (8, 600))
    away = [np.abs(w.vector() - Weights().vector()).max() for w in (few, many)]
    assert away[0] < away[1]


def test_fit_is_never_negative():
    rows = [
        Labelled(s, p, 3 * (p == 0), p + 1, float(s), (0.9, 0.9, 0.9, 0.9, float(p)))
        for s in range(300)
        for p in (0, 1)
    ]
    fitted = fit_weights(rows, hand=Weights(), version="r", ridge=0.0)
    assert fitted.vector().min() >= 0
    assert fitted.preference < 0.01


def test_fit_without_pairs_is_the_hand():
    rows = [Labelled(1, 1, 3, 1, 0.0, (1.0,) * 5)]
    assert fit_weights(rows, hand=Weights(), version="r") == Weights()


def test_propose_measures_both_on_the_later_period():
    found = propose(simulated(600), hand=Weights(), present=Weights(), version="r1")
    assert isinstance(found, Proposal)
    assert found.proposed.ndcg > found.present.ndcg
    assert found.proposed.average_precision > found.present.average_precision
    assert found.gain[1] > 0


def test_propose_nothing_to_gain_says_so():
    rows = simulated(600, truth=Weights())
    found = propose(rows, hand=Weights(), present=Weights(), version="r1")
    assert isinstance(found, Proposal)
    assert found.gain[1] <= 0 <= found.gain[2] + 0.01


def test_propose_too_few_positives():
    found = propose(simulated(20), hand=Weights(), present=Weights(), version="r1")
    assert isinstance(found, NotEnough)
    assert found.positives < found.needed == 200


def test_propose_limit_is_an_argument():
    found = propose(
        simulated(40), hand=Weights(), present=Weights(), version="r1", min_positives=20
    )
    assert isinstance(found, Proposal)


def test_propose_equal_input_gives_equal_weights():
    rows = simulated(100)
    mixed = [rows[i] for i in np.random.default_rng(9).permutation(len(rows))]
    one, two = (fit_weights(r, hand=Weights(), version="r") for r in (rows, mixed))
    assert one == two


def test_propensity_weight_grows_with_the_place_and_is_bounded():
    assert propensity_weight(1) == 1.0
    assert 1 < propensity_weight(5) < propensity_weight(10)
    assert propensity_weight(100_000) == 4.0

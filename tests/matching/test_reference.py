from dataclasses import replace

import numpy as np
import pytest

from matching.criteria import Weights
from matching.reference import Band, Reference, band, band_at, percentile
from matching.sampling import build_reference
from matching.types import Check, MatchScore, Outcome, Requirement, RequirementKind, Strength
from tests.matching.worlds import index_candidates, index_vacancies, make_world


def test_build_reference_is_deterministic_and_survives_storing():
    candidates, vacancies = make_world(4, students=60, openings=80)
    people, postings = index_candidates(candidates), index_vacancies(vacancies)

    one = build_reference(people, postings, pairs=500, seed=3)
    two = build_reference(people, postings, pairs=500, seed=3)

    assert one.version() == two.version()
    copy = Reference.from_bytes(one.to_bytes())
    assert copy.version() == one.version()
    assert copy.encoder_name == postings.encoder_name
    assert copy.weights_version == Weights().version
    assert len(copy.totals) > 100
    assert (np.diff(copy.totals) >= 0).all()


def test_build_reference_gives_rare_skills_more_weight():
    candidates, vacancies = make_world(4, students=5, openings=80)

    rarity = build_reference(index_candidates(candidates), index_vacancies(vacancies)).rarity

    assert all(0.2 <= value <= 1 for value in rarity.values())
    assert len(set(rarity.values())) > 1


@pytest.mark.parametrize(
    ("total", "expected"), [(-1, 0.0), (0, 12.5), (1, 37.5), (2.5, 75.0), (9, 100.0)]
)
def test_percentile_counts_ties_half(total, expected):
    assert percentile(total, [0, 1, 2, 3]) == expected


def test_percentile_without_sample_is_the_middle():
    assert Reference().percentile(80) == 50.0


@pytest.mark.parametrize("seed", range(3))
def test_percentiles_are_those_of_the_whole_sample(seed):
    draw = np.random.default_rng(seed)
    totals = np.sort(np.round(draw.uniform(0, 100, 301), 1))
    reference = Reference(totals=totals)

    for total in (*totals[::25], *draw.uniform(-5, 105, 20)):
        share = 100 * ((totals < total).sum() + (totals == total).sum() / 2) / len(totals)
        assert reference.percentile(float(total)) == pytest.approx(share, abs=1e-9)
    assert reference.percentile_range(80.0, 0.0)[0] == reference.percentile(np.median(totals))


def test_percentile_range_widens_with_missing_data():
    reference = Reference(totals=np.arange(100.0))

    full, half = (reference.percentile_range(50, coverage) for coverage in (1.0, 0.5))

    assert full[0] == full[1]
    assert half[0] < full[0] < half[1]


@pytest.mark.parametrize(
    ("value", "expected"), [(99, Band.STRONG), (97, Band.STRONG), (92, Band.GOOD), (50, Band.TRY)]
)
def test_band_at(value, expected):
    assert band_at(value) is expected


def test_little_known_is_never_flatly_strong():
    reference = Reference(totals=np.sort(np.random.default_rng(1).gamma(1.2, 12, 5000)))

    low, high = reference.percentile_range(80, 0.15)
    sure_low, sure_high = reference.percentile_range(80, 0.95)

    assert (band_at(low), band_at(high)) == (Band.TRY, Band.STRONG)
    assert (band_at(sure_low), band_at(sure_high)) == (Band.STRONG, Band.STRONG)


@pytest.mark.parametrize("total", [0.0, 10.0, 55.0, 100.0])
@pytest.mark.parametrize("coverage", [0.0, 0.3, 1.0])
def test_percentile_range_holds_the_percentile(total, coverage):
    reference = Reference(totals=np.arange(100.0))

    low, high = reference.percentile_range(total, coverage)

    assert low <= reference.percentile(total) <= high


@pytest.mark.parametrize(
    ("kind", "strength", "outcome", "expected"),
    [
        ("major", Strength.MUST, Outcome.MISSING, Band.GOOD),
        ("experience", Strength.MUST, Outcome.MISSING, Band.GOOD),
        ("major", Strength.PREFERRED, Outcome.MISSING, Band.STRONG),
        ("major", Strength.MUST, Outcome.UNKNOWN, Band.STRONG),
        ("skill", Strength.MUST, Outcome.MISSING, Band.STRONG),
    ],
)
def test_a_missing_condition_keeps_a_match_from_the_best_band(kind, strength, outcome, expected):
    check = Check(Requirement(RequirementKind(kind), strength, "x"), outcome)
    score = MatchScore(1, 2, 99.5, 1.0, (), (check,))

    assert band(score, Reference(totals=np.arange(100.0))) is expected
    assert band(replace(score, total=50.0), Reference(totals=np.arange(100.0))) is Band.TRY

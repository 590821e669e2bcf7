import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from employment.guidance.pathways.rules.distance import (
    distance,
    missing,
    rarity,
    similarity,
)

SHARES = st.dictionaries(st.sampled_from("abcdefghij"), st.floats(0, 1), max_size=8)


@given(SHARES, SHARES, st.dictionaries(st.sampled_from("abcdefghij"), st.floats(0.1, 5)))
def test_similarity_is_symmetric_and_bounded(one, other, telling):
    there = similarity(one, other, telling)

    assert there == pytest.approx(similarity(other, one, telling), abs=1e-12)
    assert 0 <= there <= 1 + 1e-12


@given(SHARES, st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 4)))
def test_distance_is_the_missing_part(shares, levels):
    far = distance(levels, shares)

    if far is not None:
        assert -1e-9 <= far <= 1 + 1e-9
        assert (far < 1e-9) == (not missing(levels, shares))


@given(SHARES, st.sampled_from("abcdefghij"))
def test_another_skill_never_moves_away(shares, skill):
    before, after = distance({}, shares), distance({skill: 3}, shares)

    assert before is None or after <= before


def test_basic_level_counts_half():
    shares = {"sql": 0.8, "python": 0.4}

    rows = missing({"sql": 1}, shares)

    assert [(row.skill, row.size) for row in rows] == [("python", 1.0), ("sql", 0.5)]
    assert distance({"sql": 1}, shares) == pytest.approx((0.4 + 0.4) / 1.2)
    assert distance({}, {}) is None


def test_planted_transferable_pairs_are_found():
    """Thirty trades of six occupations in different industries; noise and everyday skills."""
    chance = random.Random(20260901)
    profiles, trade_of = {}, {}
    for trade in range(30):
        pool = [f"t{trade}-{at}" for at in range(8)]
        for at in range(6):
            own = {skill: chance.uniform(0.2, 0.9) for skill in chance.sample(pool, 5)}
            noise = {f"n{chance.randrange(200)}": chance.uniform(0.1, 0.6) for _ in range(4)}
            common = {"office": chance.uniform(0.4, 0.9), "english": chance.uniform(0.2, 0.7)}
            name = f"{trade}/{at}"
            profiles[name], trade_of[name] = own | noise | common, trade
    telling = rarity(profiles.values())

    hits = []
    for name, shares in profiles.items():
        others = sorted(
            (one for one in profiles if one != name),
            key=lambda one: -similarity(shares, profiles[one], telling),
        )
        hits.append(sum(trade_of[one] == trade_of[name] for one in others[:5]) / 5)
    precision = sum(hits) / len(hits)

    assert precision >= 0.7

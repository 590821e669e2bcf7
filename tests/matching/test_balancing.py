import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.balancing import Wishes, arrange, balance, employer_gain, own_order
from matching.criteria import Weights


def crowd(students=60, postings=30, seed=1, seats=1):
    """Everyone likes the first postings best; the rest is a matter of taste."""
    rng = np.random.default_rng(seed)
    liked = np.linspace(0.9, 0.4, postings) + 0.05 * rng.random((students, postings))
    order = np.argsort(-liked, axis=1, kind="stable")
    mine = np.take_along_axis(liked, order, 1)
    theirs = rng.uniform(0.3, 0.9, mine.shape)
    return Wishes(order, mine, theirs, np.full(postings, seats))


def shown_counts(wishes, order):
    listed = np.take_along_axis(wishes.postings, order, 1)
    return np.bincount(listed[listed >= 0], minlength=len(wishes.seats))


def test_balance_at_strength_zero_changes_nothing():
    wishes = crowd()

    assert (balance(wishes, 0.0, k=10).order == own_order(wishes, 10)).all()


@given(seed=st.integers(0, 10_000), strength=st.floats(0.01, 1.0))
@settings(max_examples=40, deadline=None)
def test_balance_keeps_first_three_and_bounds_every_loss(seed, strength):
    wishes = crowd(seed=seed)
    order = balance(wishes, strength, k=8, max_loss=0.08).order

    own = wishes.mine[:, :8].sum(axis=1)
    assert (order[:, :3] == [0, 1, 2]).all()
    assert all(len(set(row)) == 8 for row in order.tolist())
    assert (np.take_along_axis(wishes.mine, order, 1).sum(axis=1) >= 0.92 * own - 1e-9).all()


def test_balance_shows_more_postings_than_the_plain_list():
    wishes = crowd()
    plain, spread = own_order(wishes, 6), balance(wishes, 0.5, k=6).order

    assert (shown_counts(wishes, spread) > 0).sum() > (shown_counts(wishes, plain) > 0).sum()


def test_balance_more_seats_mean_less_pressure():
    wishes = crowd()
    seats = wishes.seats.copy()
    seats[0] = 50
    many = Wishes(wishes.postings, wishes.mine, wishes.theirs, seats)

    assert balance(many, 0.25).pressure[0] < balance(wishes, 0.25).pressure[0]


def test_arrange_one_row_alone_is_as_in_the_whole():
    wishes = crowd()
    pressure = np.linspace(0.2, 4.0, 30)
    one = Wishes(wishes.postings[7:8], wishes.mine[7:8], wishes.theirs[7:8], wishes.seats)

    whole = arrange(wishes, pressure, 0.5, k=10)

    assert (arrange(one, pressure, 0.5, k=10)[0] == whole[7]).all()


def test_arrange_takes_each_rows_own_strength():
    wishes = crowd()
    strength = np.zeros(60)
    strength[1] = 1.0

    order = arrange(wishes, np.linspace(5.0, 0.1, 30), strength, k=10)

    assert (order[0] == np.arange(10)).all()
    assert (order[1] != np.arange(10)).any()


def test_arrange_short_lists_stay_whole():
    postings = np.array([[4, 2, -1, -1]])
    gain = np.array([[0.9, 0.5, 0.0, 0.0]])

    order = arrange(Wishes(postings, gain, gain, np.ones(5)), np.ones(5), 0.5, k=20)

    assert np.take_along_axis(postings, order, 1).tolist() == [[4, 2, -1, -1]]


@pytest.mark.parametrize(
    ("known", "expected"),
    [([1, 1, 0, 0, 1], 0.4), ([1, 0, 0, 0, 1], 0.7), ([0, 1, 1, 0, 0], (0.25 * 0.4 + 0.12) / 0.4)],
)
def test_employer_gain_is_the_mean_of_its_known_side(known, expected):
    values = np.array([[0.9, 0.4, 0.8, 0.1, 1.0]])

    gain = employer_gain(values, np.array([known], bool), np.array([70.0]), Weights())

    assert gain[0] == pytest.approx(expected)

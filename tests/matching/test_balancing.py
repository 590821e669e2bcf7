import pytest

from matching.balancing import Wish, balance


def crowd(students=30, postings=10):
    """Everyone likes posting 1 best; the rest come in a different order for everyone."""
    return [
        Wish(
            student, posting, 1.0 if posting == 1 else 0.95 - 0.02 * ((posting + student) % 10), 0.8
        )
        for student in range(students)
        for posting in range(1, postings + 1)
    ]


def ids(places):
    return [place.vacancy for place in places]


def test_mutual_score_is_high_only_where_both_gain():
    assert Wish(1, 1, 0.8, 0.8).mutual == pytest.approx(0.8)
    assert Wish(1, 1, 1.0, 0.1).mutual < 0.2
    assert Wish(1, 1, 0.0, 0.0).mutual == 0.0


def test_balance_without_strength_is_the_mutual_order():
    lists = balance(crowd(), {}, k=5)

    for places in lists.values():
        assert [place.base_rank for place in places] == [1, 2, 3, 4, 5]
        assert [place.moved_by(rank) for rank, place in enumerate(places, start=1)] == [0] * 5


def test_balance_keeps_the_first_three_and_moves_the_crowded_down():
    wishes = [
        wish if wish.vacancy != 2 else Wish(wish.candidate, 2, 0.85, 0.85) for wish in crowd()
    ]
    plain, spread = balance(wishes, {}, k=6), balance(wishes, {}, k=6, strength=0.5)

    for key, places in spread.items():
        assert ids(places)[:3] == ids(plain[key])[:3]
    assert any(ids(spread[key]) != ids(plain[key]) for key in spread)


def test_balance_more_seats_mean_less_demand():
    few, many = (balance(crowd(), {1: seats}, k=5)[0][0].demand for seats in (1, 10))

    assert few == pytest.approx(10 * many)


def test_balance_leaves_a_list_that_would_lose_too_much():
    wishes = [Wish(s, p, 1.0 if p <= 4 else 0.05, 1.0) for s in range(50) for p in range(1, 9)]
    wishes = [w for w in wishes if w.vacancy <= 4 or w.vacancy == 5 + w.candidate % 4]

    lists = balance(wishes, {}, k=4, strength=1.0, max_loss=0.01)

    assert all(ids(places) == [1, 2, 3, 4] for places in lists.values())

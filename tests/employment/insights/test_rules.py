import itertools

import pytest

from employment.insights.enums import Balance
from employment.insights.rules import (
    balance_of,
    hidden_cells,
    hidden_in_grid,
    hidden_steps,
    is_safe_slice,
    safe_share,
)

K = 5


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"a": 9, "b": 7}, set()),
        ({"a": 9, "b": 0}, set()),
        ({"a": 9, "b": 3, "c": 8}, {"b", "c"}),  # b alone could be subtracted from the total
        ({"a": 9, "b": 1, "c": 2}, {"a", "b", "c"}),  # together still below five
        ({"a": 9, "b": 3, "c": 4}, {"b", "c"}),
    ],
)
def test_small_counts_are_hidden_with_what_would_give_them_away(counts, hidden):
    assert hidden_cells(counts, k=K) == hidden


def test_nothing_is_hidden_inside_the_own_university():
    assert hidden_cells({"a": 1, "b": 2}, k=0) == set()


def test_counts_left_out_of_the_list_are_protected_too():
    assert hidden_cells({"a": 9, "b": 7}, k=K, total=18) == {"b"}


def test_no_line_of_a_grid_gives_a_hidden_count_away():
    counts = {("x", "1"): 2, ("x", "2"): 20, ("y", "1"): 30, ("y", "2"): 40, ("z", "1"): 50}

    hidden = hidden_in_grid(counts, k=K)

    for place, name in itertools.chain(((0, n) for n in "xyz"), ((1, n) for n in "12")):
        line = [key for key in counts if key[place] == name and key in hidden]
        assert len(line) != 1 or len([key for key in counts if key[place] == name]) == 1
    assert ("x", "1") in hidden


def test_stages_that_differ_by_few_hide_the_later_one():
    assert hidden_steps([100, 97, 40, 3, 0], k=K) == {1, 3}
    assert hidden_steps([100, 97, 40, 3, 0], k=0) == set()


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(50, 100, 0.5), (0, 100, 0.0), (100, 100, 1.0), (3, 100, None), (97, 100, None), (0, 0, None)],
)
def test_a_share_of_few_is_not_told(part, whole, share):
    assert safe_share(part, whole, k=K) == share


def test_a_filter_may_not_single_out_a_few():
    counts = {(2026, 40): 50, (2027, 40): 60, (2027, 50): 3}

    assert is_safe_slice(counts, (0, 0), k=K)
    assert is_safe_slice(counts, (2026, 0), k=K)
    assert not is_safe_slice(counts, (2027, 50), k=K)
    assert not is_safe_slice(counts, (0, 40), k=K), "all but three people"


@pytest.mark.parametrize(
    ("students", "seats", "balance"),
    [
        (9, 1.0, Balance.UNKNOWN),
        (10, 7.9, Balance.OVERSUPPLIED),
        (10, 8.0, Balance.EVEN),
        (10, 12.5, Balance.SCARCE),
        (10, None, Balance.UNKNOWN),
    ],
)
def test_a_major_is_judged_against_the_average(students, seats, balance):
    assert balance_of(students=students, seats_per_student=seats, average=10.0) == balance

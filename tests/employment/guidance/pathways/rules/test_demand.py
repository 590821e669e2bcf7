import dataclasses
import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from employment.guidance.pathways.rules.demand import (
    PostingRow,
    demand_from,
    pay_of,
    quantile,
    summarise,
    trend_of,
)
from employment.guidance.pathways.rules.living import adjusted_pay

DAY = dt.date(2026, 9, 1)


def rows_of(n, **fields):
    return [PostingRow(at, DAY, **fields) for at in range(n)]


def test_places_of_fewer_than_five_are_left_out():
    rows = [*rows_of(4, regions=("330100",)), *rows_of(5, regions=("340100",))]

    found = summarise(rows)

    assert set(found.places) == {"340100", "340000"}
    assert found.places["340100"].n == 5


def test_pay_needs_five_comparable_postings():
    assert pay_of(rows_of(4, pay=8000.0)) is None
    assert pay_of(rows_of(9, pay=8000.0, is_internship=True)) is None
    found = pay_of([PostingRow(at, DAY, pay=1000.0 * at) for at in range(5)])
    assert (found.n, found.p25, found.p50, found.p75) == (5, 1000, 2000, 3000)


def test_shares_and_stored_form_are_the_same_figures():
    rows = [*rows_of(3, skills={"sql": True}), *rows_of(3, skills={"python": False})]

    found = summarise(rows)
    stored = json.loads(json.dumps(dataclasses.asdict(found)))

    assert found.skills["sql"].share == 0.5
    assert (found.skills["sql"].must, found.skills["python"].must) == (3, 0)
    assert demand_from(stored) == found


@pytest.mark.parametrize(
    ("months", "change"),
    [
        ({"2026-07": 10, "2026-08": 10, "2026-09": 10}, 0.0),
        ({"2026-07": 5, "2026-08": 10, "2026-09": 15}, 0.5),
        ({"2026-11": 10, "2027-01": 5}, -1 / 2),  # December counts as zero
        ({"2026-08": 10, "2026-09": 10}, None),
        ({"2026-07": 3, "2026-08": 3, "2026-09": 3}, None),
    ],
)
def test_trend(months, change):
    found = trend_of(months)

    assert (found.change if found else None) == (change and pytest.approx(change))


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0, 1))
def test_quantile_lies_within(values, share):
    ordered = sorted(values)

    assert ordered[0] - 1e-6 <= quantile(ordered, share) <= ordered[-1] + 1e-6


@pytest.mark.parametrize(
    ("pay", "rent", "level", "left"),
    [
        (8000, 0, 100, 8000),
        (8000, 2000, 100, 6000),
        (8000, 2000, 120, 5000),
        (1500, 2000, 100, -500),
    ],
)
def test_adjusted_pay(pay, rent, level, left):
    assert adjusted_pay(pay, rent=rent, price_level=level) == pytest.approx(left)


def test_adjusted_pay_refuses_a_level_of_zero():
    with pytest.raises(ValueError, match="above zero"):
        adjusted_pay(8000, rent=0, price_level=0)

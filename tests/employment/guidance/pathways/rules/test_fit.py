import pytest
from hypothesis import given
from hypothesis import strategies as st

from employment.guidance.pathways.enums import FitPart
from employment.guidance.pathways.rules.fit import (
    FULL,
    POINTS,
    Part,
    fit_of,
    major_value,
    region_value,
    trajectory_value,
)

VALUES = st.dictionaries(
    st.sampled_from(list(FitPart)), st.none() | st.floats(0, 1, allow_nan=False)
)


def parts_of(values):
    return [Part(kind, value) for kind, value in values.items()]


@given(VALUES)
def test_parts_add_up_to_the_total(values):
    fit = fit_of(parts_of(values))

    assert sum(part.points for part in fit.parts) == fit.total
    assert fit.low <= fit.total <= fit.high
    assert 0 <= fit.total <= FULL == 100
    assert [part.kind for part in fit.parts] == list(POINTS)


@given(VALUES, st.none() | st.floats(0, 1))
def test_another_region_changes_only_the_part_of_the_region(values, region):
    before = fit_of(parts_of(values))
    after = fit_of(parts_of(values | {FitPart.REGION: region}))

    change = after.part(FitPart.REGION).points - before.part(FitPart.REGION).points
    assert after.total - before.total == change
    for kind in set(FitPart) - {FitPart.REGION}:
        assert after.part(kind) == before.part(kind)


@given(VALUES, st.sampled_from(sorted(FitPart)))
def test_missing_data_widens_instead_of_lowering(values, kind):
    known = fit_of(parts_of(values | {kind: 0.0}))
    unknown = fit_of(parts_of(values | {kind: None}))

    assert unknown.total >= known.total
    assert unknown.coverage < known.coverage
    assert unknown.high - unknown.low > known.high - known.low
    assert unknown.low <= known.low
    assert unknown.high >= known.high


def test_nothing_known_is_the_middle_with_the_whole_span():
    fit = fit_of([])

    assert (fit.total, fit.low, fit.high, fit.coverage) == (50, 0, 100, 0)


@pytest.mark.parametrize(
    ("own", "named", "open_to_all", "n", "value"),
    [
        (("080901", "0809", "08"), {"080901": 5}, 0, 10, 0.5),
        (("080901", "0809", "08"), {"080902": 4}, 0, 10, 0.2),  # same class: half
        (("080901", "0809", "08"), {"120203": 4}, 6, 10, 0.6),
        (("120203", "1202", "12"), {"080901": 10}, 0, 10, 0.0),
        (("080901", "0809", "08"), {"0809": 10}, 0, 10, 1.0),
    ],
)
def test_major_value(own, named, open_to_all, n, value):
    assert major_value(own=own, named=named, open_to_all=open_to_all, n=n) == pytest.approx(value)


def test_region_value_grows_with_concentration_and_trend():
    def value(local, change):
        return region_value(local=local, local_all=100, n=100, n_all=1000, change=change)

    assert value(10, 0.0) == pytest.approx(0.5)
    assert value(20, 0.0) > value(10, 0.0) > value(5, 0.0)
    assert value(10, 0.05) > value(10, None) > value(10, -0.05)
    assert value(40, 0.1) == 1.0


def test_trajectory_without_grades_rests_on_experience_alone():
    none = trajectory_value(related=0, total=2, recent=False, grades=None)
    full = trajectory_value(related=2, total=2, recent=True, grades=None)

    assert (none, full) == (0.0, pytest.approx(1.0))
    rising = trajectory_value(related=1, total=2, recent=True, grades=8)
    falling = trajectory_value(related=1, total=2, recent=True, grades=-8)
    assert rising > falling

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from employment.guidance.pathways.enums import StudyPath
from employment.guidance.pathways.library import steps
from employment.guidance.pathways.rules.study import (
    Openness,
    Rate,
    offered_paths,
    openness,
    rate_of,
)
from employment.students.enums import Degree


@given(st.none() | st.integers(0, 70))
def test_upgrade_is_offered_to_junior_college_students_only(degree):
    assert (StudyPath.UPGRADE in offered_paths(degree)) == (degree == Degree.JUNIOR_COLLEGE)


@pytest.mark.parametrize("degree", [Degree.BACHELOR, Degree.MASTER, Degree.DOCTOR])
def test_upgrade_is_closed_from_the_bachelor_on(degree):
    assert openness(StudyPath.UPGRADE, degree) == Openness.CLOSED


@pytest.mark.parametrize(
    ("path", "degree", "state"),
    [
        ("postgraduate", 30, "later"),
        ("postgraduate", 40, "open"),
        ("postgraduate", 50, "closed"),
        ("upgrade", 30, "open"),
        ("upgrade", 40, "closed"),
        ("second_degree", 30, "closed"),
        ("second_degree", 40, "open"),
        ("second_degree", 50, "closed"),
        ("abroad", 30, "open"),
        ("abroad", 60, "open"),
        ("civil_service", 30, "open"),
        ("civil_service", 15, "closed"),
        ("postgraduate", None, "unknown"),
        ("upgrade", None, "unknown"),
    ],
)
def test_openness_by_degree(path, degree, state):
    assert openness(StudyPath(path), degree) == state


def test_unknown_degree_is_offered_nothing():
    assert offered_paths(None) == []


@pytest.mark.parametrize(
    ("code", "cohort", "starts", "ends"),
    [
        ("register", 2027, dt.date(2026, 10, 8), dt.date(2026, 10, 25)),
        ("exam", 2027, dt.date(2026, 12, 20), dt.date(2026, 12, 21)),
        ("interview", 2027, dt.date(2027, 3, 15), dt.date(2027, 4, 5)),
        ("interview", 2029, dt.date(2029, 3, 15), dt.date(2029, 4, 5)),
    ],
)
def test_dates_move_with_the_graduation_year(code, cohort, starts, ends):
    step = next(one for one in steps()[StudyPath.POSTGRADUATE] if one.code == code)

    assert step.dates(cohort) == (starts, ends)


@pytest.mark.parametrize("path", list(StudyPath))
def test_steps_of_every_path_have_texts_and_an_order(path):
    rows = steps()[path]

    assert rows
    assert all(row.zh and row.en for row in rows)
    for row in rows:
        starts, ends = row.dates(2027)
        assert ends is None or starts <= ends


@pytest.mark.parametrize(
    ("records", "rate"),
    [
        ([], Rate(None, None)),
        ([(9, 3)], Rate(None, None)),
        ([(5, 2), (4, 4)], Rate(None, None)),
        ([(5, 2), (5, 3)], Rate(10, 0.5)),
        ([(40, 10)], Rate(40, 0.25)),
    ],
)
def test_rates_of_fewer_than_ten_are_hidden(records, rate):
    assert rate_of(records) == rate

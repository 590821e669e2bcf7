import datetime as dt

import pytest

from employment.guidance.plans.enums import MilestoneState, Programme
from employment.guidance.plans.library import milestones, milestones_by_code
from employment.guidance.plans.rules.roadmap import Course, course_of, due_of, fits, place

S = MilestoneState
BACHELOR = {"degree": 40, "years": 4, "cohort": 2027, "delayed": 0, "winter": False}


def course(**fields):
    found = course_of(**(BACHELOR | fields))
    assert found is not None
    return found


def due(code, **fields):
    return due_of(milestones_by_code()[code], course(**fields))[0]


@pytest.mark.parametrize(
    ("code", "fields", "expected"),
    [
        ("autumn-prepare", {}, dt.date(2026, 8, 20)),
        ("autumn", {}, dt.date(2026, 11, 30)),
        ("autumn", {"cohort": 2028}, dt.date(2027, 11, 30)),  # moves with the graduation year
        ("autumn", {"years": 5}, dt.date(2026, 11, 30)),  # the last year is the last year
        ("first-project", {}, dt.date(2024, 12, 31)),
        ("first-project", {"years": 5}, dt.date(2023, 12, 31)),  # began a year earlier
        ("first-project", {"cohort": 2028, "delayed": 1}, dt.date(2024, 12, 31)),  # stays
        ("autumn", {"cohort": 2028, "delayed": 1}, dt.date(2027, 11, 30)),  # moves
        ("winter-review", {}, dt.date(2027, 2, 28)),
        ("winter-review", {"cohort": 2028}, dt.date(2028, 2, 29)),  # a leap year
        ("winter-review", {"cohort": 2100}, dt.date(2100, 2, 28)),  # not one
        ("destination", {}, dt.date(2027, 6, 30)),  # summer
        ("destination", {"winter": True}, dt.date(2027, 1, 30)),
        ("spring", {"winter": True}, dt.date(2026, 11, 30)),
        ("post-internship", {"degree": 30, "years": 3}, dt.date(2026, 6, 10)),
        ("research-internship", {"degree": 50, "years": 2}, dt.date(2026, 6, 30)),
        ("follow-up", {}, dt.date(2028, 6, 30)),
        ("third-year", {}, dt.date(2030, 6, 30)),
    ],
)
def test_due_dates_follow_year_and_length(code, fields, expected):
    assert due(code, **fields) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (dt.date(2026, 8, 31), S.LATER),
        (dt.date(2026, 9, 1), S.SOON),  # ninety days ahead
        (dt.date(2026, 11, 30), S.SOON),  # the due day is in time
        (dt.date(2026, 12, 1), S.OVERDUE),
        (dt.date(2027, 5, 29), S.OVERDUE),
        (dt.date(2027, 5, 30), S.PAST),  # after half a year without reproach
    ],
)
def test_state_over_dates(today, expected):
    rows = {one.milestone.code: one.state for one in place(milestones(), course(), {}, today)}

    assert rows["autumn"] == expected


@pytest.mark.parametrize("mark", ["done", "not_applicable"])
@pytest.mark.parametrize("cohort", [2026, 2027, 2029])
def test_a_changed_year_keeps_the_marks(mark, cohort):
    rows = place(milestones(), course(cohort=cohort), {"autumn": mark}, dt.date(2027, 1, 10))

    assert {one.milestone.code: one.state for one in rows}["autumn"] == S(mark)


@pytest.mark.parametrize(
    ("degree", "years", "programme", "length"),
    [
        (30, 3, Programme.VOCATIONAL, 3),
        (30, None, Programme.VOCATIONAL, 3),
        (40, 4, Programme.UNDERGRADUATE, 4),
        (40, None, Programme.UNDERGRADUATE, 4),
        (40, 5, Programme.LONG, 5),
        (50, 2, Programme.POSTGRADUATE, 2),
        (50, None, Programme.POSTGRADUATE, 3),
        (60, None, Programme.DOCTOR, 4),
    ],
)
def test_programme_follows_degree_and_length(degree, years, programme, length):
    found = course(degree=degree, years=years)

    assert (found.programme, found.years) == (programme, length)


def test_without_graduation_year_there_is_no_roadmap():
    assert course_of(**(BACHELOR | {"cohort": None})) is None
    assert course_of(**(BACHELOR | {"degree": None})) is None
    assert course_of(**(BACHELOR | {"degree": 10})) is None


@pytest.mark.parametrize("programme", sorted(Programme))
@pytest.mark.parametrize("years", [2, 3, 4, 5, 8])
def test_every_programme_has_a_way_until_three_years_after(programme, years):
    way = Course(programme, years, 2027)
    rows = place(milestones(), way, {}, dt.date(2026, 9, 1))
    inside = [one for one in milestones() if programme in one.programmes and not one.study]

    assert len(rows) == sum(fits(one, way) for one in inside)
    assert min(one.year for one in rows) >= 1
    assert max(one.year for one in rows) == years + 3
    assert [one.due for one in rows] == sorted(one.due for one in rows)


def test_further_study_brings_its_own_milestones():
    def codes(study):
        rows = place(milestones(), course(), {}, dt.date(2026, 9, 1), study=study)
        return {one.milestone.code for one in rows}

    assert "exam" not in codes("")
    assert {"exam", "exam-register"} <= codes("postgraduate")
    assert "upgrade-exam" not in codes("upgrade")  # a bachelor student


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (dt.date(2023, 8, 31), 0),
        (dt.date(2023, 9, 1), 1),
        (dt.date(2026, 6, 30), 3),
        (dt.date(2026, 9, 1), 4),
        (dt.date(2027, 9, 1), 5),
    ],
)
def test_year_of_study(today, year):
    assert course().year_on(today) == year

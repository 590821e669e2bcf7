import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.support.enums import TRANSITIONS, AppointmentAction, AppointmentState
from employment.support.rules.series import MAX_SPANS, Series
from employment.support.rules.states import in_time, may_take, open_actions

ZONE = ZoneInfo("Asia/Shanghai")
NOON = dt.datetime(2026, 12, 1, 12, tzinfo=ZONE)


def series(**fields):
    values = {
        "day": dt.date(2026, 12, 1),
        "begin": dt.time(14),
        "end": dt.time(16),
        "minutes": 30,
    }
    return Series(**(values | fields))


@pytest.mark.parametrize(("minutes", "pause", "count"), [(30, 0, 4), (30, 10, 3), (50, 0, 2)])
def test_day_is_cut_into_whole_pieces(minutes, pause, count):
    spans = series(minutes=minutes, pause=pause).spans(ZONE)

    assert len(spans) == count
    assert spans[0].starts_at == dt.datetime(2026, 12, 1, 14, tzinfo=ZONE)
    assert spans[-1].ends_at <= dt.datetime(2026, 12, 1, 16, tzinfo=ZONE)


def test_series_repeats_the_weekday_up_to_the_last_day():
    spans = series(until=dt.date(2026, 12, 15), minutes=120).spans(ZONE)

    assert [span.starts_at.day for span in spans] == [1, 8, 15]


def test_series_has_an_end():
    spans = series(until=dt.date(2036, 12, 15)).spans(ZONE)

    assert len(spans) == MAX_SPANS


def test_day_too_short_gives_nothing():
    assert series(minutes=180).spans(ZONE) == []


@pytest.mark.parametrize(("hours", "fits"), [(11, True), (12, True), (13, False)])
def test_deadline_counts_hours_before_the_start(hours, fits):
    start = NOON + dt.timedelta(hours=12)

    assert in_time(starts_at=start, now=NOON, hours=hours) is fits


@pytest.mark.parametrize(
    ("role", "action", "may"),
    [
        (Role.STUDENT, AppointmentAction.CANCEL, True),
        (Role.STUDENT, AppointmentAction.ATTEND, False),
        (Role.STUDENT, AppointmentAction.CONFIRM, False),
        (Role.COUNSELLOR, AppointmentAction.MISS, True),
        (Role.CAREER_OFFICE, AppointmentAction.CONFIRM, True),
        (Role.UNIVERSITY_ADMIN, AppointmentAction.CANCEL, False),
        (Role.RECRUITER, AppointmentAction.CANCEL, False),
    ],
)
def test_steps_belong_to_roles(role, action, may):
    assert may_take(Actor(user_id=1, role=role), action) is may


def test_final_states_lead_nowhere():
    starts = frozenset().union(*(sources for sources, _target in TRANSITIONS.values()))

    assert not {AppointmentState.CANCELLED, AppointmentState.DECLINED} & starts


@pytest.mark.parametrize(
    ("role", "hours", "names"),
    [
        (Role.STUDENT, 20, ["cancel"]),
        (Role.STUDENT, 3, []),
        (Role.COUNSELLOR, 3, ["cancel"]),
        (Role.COUNSELLOR, -1, ["attend", "miss"]),
    ],
)
def test_actions_offered_depend_on_the_clock(role, hours, names):
    actor = Actor(user_id=1, role=role)
    start = NOON + dt.timedelta(hours=hours)

    offered = open_actions(actor, AppointmentState.BOOKED, starts_at=start, now=NOON, hours=12)

    assert offered == names

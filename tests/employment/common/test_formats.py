from datetime import timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone, translation
from django.utils.safestring import mark_safe

from employment.common.models import Job
from employment.common.numbers import percent, points, thousands
from employment.common.templatetags import formats


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (8000, 11000, "8,000–11,000 元/月"),
        (8000, 8000, "8,000 元/月"),
        (None, 9000, "9,000 元/月"),
        (None, None, "薪资未写明"),
    ],
)
def test_money(low, high, shown):
    assert formats.money(low, high) == shown


def test_numbers_have_a_real_minus_and_groups():
    assert thousands(-12345.6, 1) == "−12,345.6"
    assert percent(0.618) == "61.8%"
    assert points(-0.009) == "−0.9"
    assert points(0.023) == "+2.3"


def test_an_unknown_number_stays_empty():
    assert (thousands(None), percent(None), points(None)) == ("", "", "")


@pytest.mark.parametrize(
    ("days", "shown"), [(-1, "已截止"), (0, "今天截止"), (1, "还有 1 天"), (27, "还有 27 天")]
)
def test_days_left(days, shown):
    assert formats.days_left(timezone.localdate() + timedelta(days=days)) == shown


@pytest.mark.parametrize(("days", "shown"), [(-3, "逾期 3 天"), (0, "今天"), (2, "还有 2 天")])
def test_due_in_says_how_late_a_task_is(days, shown):
    assert formats.due_in(timezone.localdate() + timedelta(days=days)) == shown


def test_days_left_in_english():
    with translation.override("en"):
        assert formats.days_left(timezone.localdate() + timedelta(days=1)) == "1 day left"


def test_thin_separates_chinese_from_latin_and_escapes():
    template = Template("{% load formats %}{{ text|thin }} {{ markup|thin }}")
    values = {"text": "熟练Zemax软件<b>", "markup": mark_safe("会<b>用</b>SPSS软件")}

    shown = template.render(Context(values))

    assert shown == ("熟练\u2009Zemax\u2009软件&lt;b&gt; 会<b>用</b>SPSS\u2009软件")


def test_highlight_span_escapes_around_the_mark():
    assert formats.highlight_span("a<b会Zemax", (4, 9)) == "a&lt;b会<mark>Zemax</mark>"


def test_time_left_follows_the_pace():
    started = timezone.now() - timedelta(seconds=60)

    assert formats.time_left(Job(started_at=started, total=300, done=100)) == "2 分钟"
    assert formats.time_left(Job(started_at=started, total=300, done=0)) == ""


def test_states_share_colours_and_unlisted_ones_are_neutral():
    assert formats.badge_tone("published") == "satisfied"
    assert formats.badge_tone("unknown") == "unknown"
    assert formats.badge_tone("never heard of") == "neutral"

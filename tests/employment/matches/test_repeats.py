import datetime as dt

import pytest
from django.urls import reverse

from employment.matches.enums import FeedbackKind
from employment.matches.repeats import overview
from employment.matches.selectors import MatchFilter, student_matches
from employment.matches.services.feedback import give_feedback
from tests.factories.matches import make_match
from tests.factories.postings import make_employer, make_posting
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 9, 10)
TEXT = "岗位职责：负责数据的提取、清洗与分析，编写报表。任职要求：统计学、数学等相关专业，" * 3


@pytest.fixture
def student():
    """One text twice at one employer and once at another, and a short text twice."""
    person, one, other = make_student(), make_employer(), make_employer()
    for score, employer, title, text in (
        (90, one, "数据分析师", TEXT),
        (80, one, "分析工程师", TEXT.replace("。", "。\n ")),
        (70, other, "数据分析员", TEXT),
        (60, one, "出纳", "负责收付。"),
        (50, one, "会计", "负责收付。"),
    ):
        posting = make_posting(employer=employer, title=title, description=text, region_text="广州")
        make_match(student=person, posting=posting, score=score)
    return person


def shown(student, **wanted):
    rows = student_matches(student, MatchFilter(**wanted), today=TODAY)
    found = overview(rows)
    titles = rows.exclude(pk__in=found.hidden).values_list("posting__title", flat=True)
    return list(titles), found


def test_one_employers_same_text_takes_one_place(student):
    titles, found = shown(student)

    assert titles == ["数据分析师", "数据分析员", "出纳", "会计"]
    assert sum(found.bands.values()) == 4
    best = student.matches.get(posting__title="数据分析师")
    assert [(copy.title, copy.place) for copy in found.copies[best.pk]] == [("分析工程师", "广州")]


def test_what_was_saved_stands_for_the_others(student):
    saved = student.matches.get(posting__title="分析工程师").posting
    give_feedback(student=student, posting=saved, kind=FeedbackKind.SAVED)

    assert "数据分析师" not in shown(student)[0]


def test_a_filter_that_leaves_only_the_copy_shows_it(student):
    assert shown(student, text="工程师")[0] == ["分析工程师"]


def test_the_list_links_to_the_copies(client, student):
    client.force_login(student.user)

    page = client.get(reverse("matches:list")).content.decode()

    copy = student.matches.get(posting__title="分析工程师").posting
    assert page.count("<article") == 4
    assert f'<a href="{reverse("matches:detail", args=[copy.pk])}">分析工程师 · 广州</a>' in page


def test_the_home_page_shows_the_text_once(client, student):
    client.force_login(student.user)

    page = client.get(reverse("feed:home")).content.decode()

    assert "数据分析师" in page
    assert "分析工程师" not in page

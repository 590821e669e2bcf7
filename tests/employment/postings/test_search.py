import datetime as dt

import pytest
from django.http import QueryDict

from employment.postings import selectors
from employment.postings.filters import PostingFilter
from employment.postings.segmentation import index_words, query_literal, query_words
from employment.postings.services import index_postings
from tests.factories.accounts import actor_of_user, make_university
from tests.factories.postings import make_employer, make_posting, make_requirement

TODAY = dt.date(2026, 11, 20)


def found(user, query, **kwargs):
    postings = selectors.searchable_postings(actor=actor_of_user(user), today=TODAY)
    filters = PostingFilter(QueryDict(query), queryset=postings)
    return [posting.title for posting in filters.sorted(QueryDict(query).get("sort", ""))]


def posting(title, **fields):
    made = make_posting(title=title, **({"description": "日常事务。"} | fields))
    index_postings(posting_ids=[made.pk])
    return made


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("C++ 开发", "c++"),
        ("C# 开发", "c#"),
        ("Ｊａｖａ开发", "java"),
        ("Node.js", "node.js"),
        ("Node.js", "node"),
        ("后端开发", "后端"),
        ("软件测试工程师", "测试"),
    ],
)
def test_words_of_a_text(text, word):
    assert word in index_words(text)


@pytest.mark.parametrize("text", ["师", "工作", "、。", "1"])
def test_texts_without_a_word_to_look_up(text):
    assert query_words(text) == []


def test_a_quote_in_the_query_stays_a_character():
    assert query_literal(["o'neil"]) == "('o''neil' | 'o''neil':*)"


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("q=数据分析", ["数据分析师", "会计"]),
        ("q=数据 分析师", ["数据分析师"]),
        ("q=C%2B%2B", ["C++ 开发工程师"]),
        ("q=pyth", ["Python 开发"]),
        ("q=白桦", ["数据分析师"]),
        ("q=师", ["C++ 开发工程师", "数据分析师"]),
        ("q=开发 -- ' ; 1", ["Python 开发", "C++ 开发工程师"]),
        ("q=没有这样的岗位", []),
    ],
)
def test_full_text(student, query, titles):
    named = make_employer()
    named.organisation.name = "白桦软件有限公司"
    named.organisation.save()
    posting("数据分析师", employer=named)
    posting("C++ 开发工程师")
    posting("Python 开发")
    posting("会计", description="协助数据分析。")

    assert sorted(found(student, query)) == sorted(titles)


def test_a_word_in_the_title_ranks_before_one_in_the_text(student):
    posting(
        "会计", description="协助数据分析。", published_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    )
    posting("数据分析师")

    assert found(student, "q=数据分析") == ["数据分析师", "会计"]
    assert found(student, "q=数据分析&sort=newest") == ["会计", "数据分析师"]


def test_requirements_are_found_too(student):
    made = posting("行政")
    make_requirement(made, label="AutoCAD", codes=["autocad"], sentence="")
    index_postings(posting_ids=[made.pk])

    assert found(student, "q=autocad") == ["行政"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("region=浙江省", ["杭州岗", "宁波岗"]),
        ("region=杭州", ["杭州岗"]),
        ("region=330200", ["宁波岗"]),
        ("kind=internship", ["宁波岗"]),
        ("degree=30", ["宁波岗"]),
        ("degree=40", ["杭州岗", "宁波岗", "合肥岗"]),
        ("pay_min=10000", ["杭州岗"]),
        ("industry=I", ["杭州岗"]),
        ("industry=65", ["杭州岗"]),
        ("occupation=2-02-10-03", ["杭州岗"]),
        ("experience=1", ["杭州岗", "宁波岗"]),
        ("fresh=on", ["宁波岗"]),
        ("seats=5", ["合肥岗"]),
        ("deadline=7", ["宁波岗"]),
        ("verified=on", ["杭州岗", "宁波岗"]),
        ("source=就业网", ["合肥岗"]),
        ("region=没有这个地方", ["杭州岗", "宁波岗", "合肥岗"]),
        ("pay_min=abc", ["杭州岗", "宁波岗", "合肥岗"]),
    ],
)
def test_filters(student, query, titles, time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 20, 1, tzinfo=dt.UTC))
    posting(
        "杭州岗",
        pay_min=9000,
        pay_max=15000,
        industry="65",
        occupation="2-02-10-03",
        experience_min=1,
    )
    posting(
        "宁波岗",
        regions=["330200"],
        kind="internship",
        degree_floor=30,
        pay_min=None,
        pay_max=None,
        fresh_only=True,
        deadline=dt.date(2026, 11, 25),
    )
    posting(
        "合肥岗",
        regions=["340100"],
        employer=make_employer(state="pending"),
        pay_max=9000,
        experience_min=3,
        seats=5,
        source="就业网",
        deadline=None,
    )

    assert sorted(found(student, query)) == sorted(titles)


def test_other_universities_and_closed_postings_are_not_found(student, university):
    posting("开发一", audience=university)
    posting("开发二", audience=make_university())
    posting("开发三", state="closed")
    posting("开发四", deadline=dt.date(2026, 11, 19))

    assert found(student, "q=开发") == ["开发一"]


def test_sorting_by_pay_and_deadline(student):
    posting("甲", pay_min=5000, pay_max=6000, deadline=dt.date(2026, 12, 1))
    posting("乙", pay_min=None, pay_max=None, deadline=None)
    posting("丙", pay_min=9000, pay_max=None, deadline=dt.date(2026, 12, 9))

    assert found(student, "sort=pay") == ["丙", "甲", "乙"]
    assert found(student, "sort=deadline") == ["甲", "丙", "乙"]

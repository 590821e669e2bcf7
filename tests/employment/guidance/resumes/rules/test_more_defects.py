"""Defects in other words than those of ``seeds``: each is found and mending it costs nothing."""

import pytest

from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.rules import judge
from employment.guidance.resumes.rules.words import tech_names
from tests.employment.guidance.resumes.rules.seeds import (
    CHINESE,
    ENGLISH,
    Change,
    contact,
    entry,
    is_english,
    line,
    top,
)

ZH_LINE = CHINESE.experience[0].lines[0]
EN_LINE = ENGLISH.experience[0].lines[0]
DEFECTS: list[tuple[str, ResumeContent, Change]] = [
    ("weak_verb", CHINESE, line("跟着同事学习 12 张经营日报的制作方法")),
    ("weak_verb", CHINESE, line("积极参与 12 张经营日报的整理工作")),
    ("weak_verb", ENGLISH, line("Was tasked with valuation models of 5 listed retailers")),
    ("weak_verb", ENGLISH, line("Gained exposure to valuation of 5 listed retailers")),
    ("first_person", CHINESE, line(f"自己{ZH_LINE}")),
    ("tense", ENGLISH, line("Removes 3 stale models and drafts 2 client notes")),
    ("vague", CHINESE, line(f"{ZH_LINE}等相关工作")),
    ("vague", ENGLISH, line(f"{EN_LINE} and so on")),
    ("superlative", CHINESE, top(summary="拥有极强的数据分析能力，做过两段实习。")),
    ("superlative", ENGLISH, top(summary="World-class finance student with two internships.")),
    ("marriage", ENGLISH, top(summary="Single, no children. Finance student.")),
    ("birth_date", ENGLISH, top(summary="Born 12 March 2005. Finance student.")),
    ("salary", CHINESE, top(target="数据分析师，期望薪资 8000-10000 元")),
    ("playful_email", ENGLISH, contact(email="partyboy99@example.com")),
    ("wide_letters", CHINESE, line(ZH_LINE.replace("SQL", "ＳＱＬ"))),
    ("tech_name", CHINESE, line(ZH_LINE.replace("SQL", "My SQL"))),
    ("tech_name", CHINESE, line(ZH_LINE.replace("Python", "pyTorch"))),
    ("mark_spacing", ENGLISH, line(EN_LINE.replace(" ", ",", 1))),
    ("mark_spacing", CHINESE, line(ZH_LINE.replace("，", " ，", 1))),
    ("all_capitals", ENGLISH, line(EN_LINE.upper())),
    ("lower_case_name", ENGLISH, top(languages=("english (IELTS 7.5)",))),
    (
        "same_opening",
        ENGLISH,
        entry("experience", 0, lines=tuple(f"Built {n} models for 5 retailers" for n in "123")),
    ),
]


def codes(content: ResumeContent) -> set[str]:
    return {issue.code for issue in judged(content).issues}


def judged(content: ResumeContent):
    return judge(content, language="en" if is_english(content) else "zh", kind="variant")


@pytest.mark.parametrize(("code", "good", "change"), DEFECTS)
def test_defect_is_found_and_mending_it_never_lowers_the_score(
    code: str, good: ResumeContent, change: Change
):
    bad = change(good)

    assert code in codes(bad) - codes(good)
    assert judged(good).score >= judged(bad).score


@pytest.mark.parametrize(
    "text",
    [
        "采写民生稿件 14 篇，见报 11 篇",
        "Ran 11 workshops for 240 students",
        "Recruited 320 members",
    ],
)
def test_a_second_measure_or_those_served_are_a_result(text: str):
    base = ENGLISH if text.isascii() else CHINESE
    alone = entry("experience", 0, lines=(text,))(base)

    assert "no_result" not in codes(alone)


@pytest.mark.parametrize(
    "text",
    [
        "Wrote tests in .NET (C#), Node.js and TypeScript",
        "Cut costs by 1.5 % in 3:1 ratio",
        "用 TypeScript、MySQL 与 PyTorch",
    ],
)
def test_right_spelling_and_marks_raise_nothing(text: str):
    base = ENGLISH if text.isascii() else CHINESE

    assert not codes(line(text)(base)) & {"tech_name", "mark_spacing", "lower_case_name"}


def test_no_right_name_is_called_wrong():
    rights = {right for _, right in tech_names()}

    assert not [
        (right, wrong.pattern)
        for right in rights
        for wrong, _ in tech_names()
        if wrong.search(right)
    ]

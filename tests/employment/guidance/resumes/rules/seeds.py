"""Forty defects, each put into a clean resume, and how it is mended: by the clean one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from employment.guidance.resumes.content import ResumeContent, Skill
from employment.guidance.resumes.rules import Place
from tests.factories.resume_people import PEOPLE

Change = Callable[[ResumeContent], ResumeContent]


def clean(content: ResumeContent) -> ResumeContent:
    """Every skill with what proves it, every resume with an aim."""
    proof = "Course project" if is_english(content) else "课程设计"
    skills = tuple(replace(skill, evidence=skill.evidence or proof) for skill in content.skills)
    return replace(content, skills=skills)


def is_english(content: ResumeContent) -> bool:
    return content.contact.name.isascii()


CLEAN = tuple(clean(one) for one in PEOPLE)
CHINESE = CLEAN[0]
ENGLISH = CLEAN[2]
CODER = CLEAN[1]
ENGINEER = CLEAN[4]


@dataclass(frozen=True)
class Seed:
    name: str
    code: str
    place: Place
    change: Change
    base: ResumeContent = CHINESE

    @property
    def language(self) -> str:
        return "en" if is_english(self.base) else "zh"

    @property
    def bad(self) -> ResumeContent:
        return self.change(self.base)


def contact(**changes: str) -> Change:
    return lambda content: replace(content, contact=replace(content.contact, **changes))


def top(**changes: Any) -> Change:
    return lambda content: replace(content, **changes)


def entry(section: str, index: int, **changes: Any) -> Change:
    def change(content: ResumeContent) -> ResumeContent:
        rows = list(getattr(content, section))
        rows[index] = replace(rows[index], **changes)
        return replace(content, **{section: tuple(rows)})

    return change


def line(text: str, section: str = "experience", index: int = 0, number: int = 0) -> Change:
    def change(content: ResumeContent) -> ResumeContent:
        lines = list(getattr(content, section)[index].lines)
        lines[number : number + 1] = [text]
        return entry(section, index, lines=tuple(lines))(content)

    return change


def swapped(section: str) -> Change:
    return lambda content: replace(content, **{section: getattr(content, section)[::-1]})


def with_skill(skill: Skill) -> Change:
    return lambda content: replace(content, skills=(*content.skills, skill))


AT = Place("experience", 0, 0)
FIRST = Place("experience", 0)
SUMMARY = Place("summary")
LONG = "先从需求出发" + "，再把每一个环节的数据都拉出来逐条核对并写成文档" * 4 + "，共 12 份"
LONG_EN = (
    "Built a dashboard "
    + "that shows every number of every team in every city " * 5
    + "for 9 teams"
)
SEEDS = (
    Seed("responsibility wording", "weak_verb", AT, line("负责经营日报的数据整理工作，共 12 张")),
    Seed("helper wording", "weak_verb", AT, line("协助同事完成 4 份月度报告的撰写")),
    Seed(
        "weak English verb",
        "weak_verb",
        AT,
        line("Responsible for valuation models of 5 retailers"),
        ENGLISH,
    ),
    Seed("helped", "weak_verb", AT, line("Helped the team to test 4 services"), ENGINEER),
    Seed(
        "no number",
        "no_number",
        Place("experience", 1, 0),
        line("设计并回收问卷，完成信度检验与交叉分析", index=1),
    ),
    Seed(
        "no number, English",
        "no_number",
        Place("experience", 1, 0),
        line("Tested expense vouchers and found misstatements that were corrected", index=1),
        ENGLISH,
    ),
    Seed(
        "no result",
        "no_result",
        Place("projects", 0, 0),
        line("整理 40 个站点的小时需求数据并画图", "projects"),
    ),
    Seed(
        "no result, English",
        "no_result",
        Place("projects", 0, 0),
        line("Wrote a query planner in Rust with 1,100 logic tests", "projects"),
        ENGINEER,
    ),
    Seed("I", "first_person", AT, line("我搭建了 12 张经营日报，取数时间缩短到 20 分钟")),
    Seed(
        "my, English",
        "first_person",
        AT,
        line("Built my own models for 5 listed retailers used in 2 client notes"),
        ENGLISH,
    ),
    Seed(
        "present tense in the past",
        "tense",
        AT,
        line("Build discounted cash flow models for 5 retailers used in 2 notes"),
        ENGLISH,
    ),
    Seed(
        "gerund",
        "tense",
        Place("experience", 1, 0),
        line("Testing 240 expense vouchers and found 7 misstatements", index=1),
        ENGLISH,
    ),
    Seed(
        "mixed tenses",
        "mixed_tense",
        AT,
        line("Design a rate limiter in Go that serves 30,000 requests per second"),
        ENGINEER,
    ),
    Seed("cliche", "cliche", SUMMARY, top(summary="本人吃苦耐劳，责任心强，热爱学习。")),
    Seed(
        "cliche, English",
        "cliche",
        SUMMARY,
        top(summary="Hard-working team player with strong interest in valuation."),
        ENGLISH,
    ),
    Seed(
        "line twice",
        "duplicate_line",
        Place("experience", 1, 0),
        lambda c: line(c.experience[0].lines[0], index=1)(c),
        ENGLISH,
    ),
    Seed(
        "Javascript",
        "tech_name",
        AT,
        line("用 Javascript 搭建 12 张经营日报，取数时间缩短到 20 分钟"),
    ),
    Seed(
        "mysql in skills",
        "tech_name",
        Place("skills", 7),
        with_skill(Skill("mysql", "", "课程设计")),
        CODER,
    ),
    Seed(
        "skill without evidence",
        "skill_without_evidence",
        Place("skills", 5),
        with_skill(Skill("Hadoop")),
    ),
    Seed(
        "expert without evidence",
        "overclaim",
        Place("skills", 5),
        with_skill(Skill("Hadoop", "精通")),
    ),
    Seed("thin line", "thin_line", AT, line("写 3 份周报")),
    Seed("long line", "long_line", AT, line(LONG)),
    Seed("long line, English", "long_line", AT, line(LONG_EN), ENGLISH),
    Seed("entry without lines", "no_lines", FIRST, entry("experience", 0, lines=())),
    Seed(
        "no experience at all",
        "no_experience",
        Place("experience"),
        top(experience=(), projects=(), campus=()),
    ),
    Seed("no phone", "no_phone", Place("contact", field="phone"), contact(phone="")),
    Seed(
        "bad e-mail",
        "bad_email",
        Place("contact", field="email"),
        contact(email="linxiaoyu#example.com"),
    ),
    Seed("no skills", "no_skills", Place("skills"), top(skills=())),
    Seed(
        "identity number",
        "identity_number",
        SUMMARY,
        top(summary="身份证 320204200501012345，统计学专业大四。"),
    ),
    Seed(
        "full address",
        "full_address",
        Place("contact", field="city"),
        contact(city="无锡市滨湖区蠡湖大道1800号12栋301室"),
    ),
    Seed(
        "marriage", "marriage", SUMMARY, top(summary="未婚，可以长期出差，做过两段数据分析实习。")
    ),
    Seed(
        "political status",
        "political_status",
        SUMMARY,
        top(summary="中共党员，做过两段数据分析实习。"),
    ),
    Seed(
        "birth date and gender", "gender", SUMMARY, top(summary="性别：女，做过两段数据分析实习。")
    ),
    Seed(
        "age, English",
        "birth_date",
        SUMMARY,
        top(summary="Age: 22, finance student with two internships in valuation."),
        ENGLISH,
    ),
    Seed(
        "dates in two forms",
        "mixed_dates",
        Place("experience", 1, field="start"),
        entry("experience", 1, start="2025"),
    ),
    Seed(
        "ends before it starts",
        "end_before_start",
        FIRST,
        entry("experience", 0, start="2026-09", end="2026-07"),
    ),
    Seed("gap", "gap", Place("education", 0), entry("education", 0, start="2025-06"), CODER),
    Seed("oldest first", "not_newest_first", Place("experience", 1), swapped("experience")),
    Seed(
        "half-width marks",
        "half_width_marks",
        AT,
        line("搭建 12 张经营日报,取数时间缩短,到 20 分钟,并写成文档,供全组使用"),
    ),
    Seed(
        "Chinese marks in English",
        "full_width_marks",
        AT,
        line("Built models for 5 listed retailers，used in 2 client notes"),
        ENGLISH,
    ),
)

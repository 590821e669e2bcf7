import pytest

from matching.documents import (
    candidate_facets,
    clean_text,
    content_hash,
    vacancy_facets,
    written_titles,
)
from matching.titles import clean_title, place_pattern
from matching.types import Candidate, ExperienceRecord, SkillRecord, Vacancy

POSTING = """岗位职责：
1、负责数据清洗与报表开发；
2、参与需求分析。
任职要求：
1、熟练使用SQL；
福利待遇：
五险一金，周末双休，下午茶；
年度体检；
公司地址：某某路一号"""


def test_clean_text_keeps_duties_and_demands_and_drops_benefits():
    assert clean_text(POSTING) == (
        "岗位职责: 负责数据清洗与报表开发; 参与需求分析。 任职要求: 熟练使用SQL;"
    )


def test_clean_text_keeps_long_clause_that_only_mentions_a_benefit():
    text = "负责核算全体员工的薪酬和社会保险缴纳，编制每月的人力成本分析报表并向财务部门提交。"

    assert clean_text(text)


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("Java开发工程师（双休+五险一金）", "java开发工程师"),
        ("急聘会计-福州", "会计"),
        ("招聘专员", "招聘专员"),
        ("数据分析师(编号130878)", "数据分析师"),
        ("C++/C#开发", "c++ c#开发"),
        ("（双休）", "(双休)"),
    ],
)
def test_clean_title_leaves_the_job(written, cleaned):
    assert clean_title(written, place_pattern(["福州", "福州市"])) == cleaned


def test_candidate_facets_of_a_bare_profile_still_have_a_field():
    facets = candidate_facets(Candidate(id=1, major_name="护理学"))

    assert facets.texts() == ("护理学",)


def test_candidate_facets_collect_titles_skills_and_experience():
    candidate = Candidate(
        id=1,
        target_titles=("急聘会计", "会计", "出纳"),
        skills=(SkillRecord("excel", text="Excel"),),
        experiences=(ExperienceRecord("某公司 会计实习", "整理凭证", "internship"),),
        summary="认真细致",
    )

    facets = candidate_facets(candidate)

    assert facets.titles == ("会计", "出纳")
    assert written_titles(candidate.target_titles) == ("急聘会计", "出纳")
    assert facets.skills == "Excel"
    assert facets.duties == "某公司 会计实习 整理凭证 认真细致"


def test_vacancy_facets_prefer_duties_over_description():
    facets = vacancy_facets(
        Vacancy(1, "会计", description="长长的介绍", duties="负责日常账务处理。")
    )

    assert facets.duties == "负责日常账务处理。"


def test_content_hash_changes_with_text_and_encoder():
    keys = {content_hash(text, name) for text in ("a", "b") for name in ("one", "two")}

    assert len(keys) == 4

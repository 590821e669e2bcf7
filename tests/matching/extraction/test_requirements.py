"""What a recruiter would read out of a posting, clause by clause."""

import pytest

from matching.extraction.audience import FreshCondition
from matching.extraction.protected import ProtectedKind
from matching.types import Degree, Requirement, RequirementKind, Strength
from tests.matching.extraction.conftest import Extract

MUST, PREFERRED = Strength.MUST, Strength.PREFERRED


def of_kind(found: tuple[Requirement, ...], *kinds: RequirementKind) -> list[Requirement]:
    return [item for item in found if item.kind in kinds]


def skills_of(found: tuple[Requirement, ...]) -> list[tuple[Strength, str, float | None]]:
    return [
        (item.strength, "|".join(item.codes), item.minimum)
        for item in of_kind(found, RequirementKind.SKILL)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("精通Java", [(MUST, "java", 4)]),
        ("熟练掌握Java、MySQL", [(MUST, "java", 3), (MUST, "mysql", 3)]),
        ("熟练使用Excel", [(MUST, "excel", 3)]),
        ("熟悉Java,Python,C++", [(MUST, "java", 2), (MUST, "python", 2), (MUST, "cpp", 2)]),
        ("了解Docker", [(MUST, "docker", 1)]),
        ("Java基础扎实", [(MUST, "java", 3)]),
        ("2年Java开发经验", [(MUST, "java", None)]),
        ("熟悉Java，有Docker经验者优先", [(MUST, "java", 2), (PREFERRED, "docker", None)]),
        ("熟悉Vue、React者优先", [(PREFERRED, "vue", 2), (PREFERRED, "react", 2)]),
        ("精通Java，Python优先", [(MUST, "java", 4), (PREFERRED, "python", 4)]),
        ("会Python更佳", [(PREFERRED, "python", None)]),
        ("有Docker经验，优先考虑", [(PREFERRED, "docker", None)]),
        ("熟悉Java，无需Python基础", [(MUST, "java", 2)]),
        ("Python不作要求", []),
        ("熟悉Java或Python", [(MUST, "java|python", 2)]),
        ("掌握Java、C++、Python中的至少一种", [(MUST, "java|cpp|python", 3)]),
        ("熟悉至少一门语言，如Java、Python", [(MUST, "java|python", 2)]),
        ("熟练使用一种数据库，包括但不限于：MySQL、Oracle等", [(MUST, "mysql|oracle", 3)]),
        ("至少掌握一种语言（Java、Python等）", [(MUST, "java|python", 3)]),
        ("熟悉Vue/React等任一框架", [(MUST, "vue|react", 2)]),
        ("熟悉MySQL、Oracle等数据库之一", [(MUST, "mysql|oracle", 2)]),
        ("包括但不限于Java、Python", [(MUST, "java", None), (MUST, "python", None)]),
        ("良好的沟通能力", [(PREFERRED, "communication", None)]),
        ("Proficient in Java", [(MUST, "java", 3)]),
        ("Python is a plus", [(PREFERRED, "python", None)]),
    ],
)
def test_skills_of_a_requirement(
    extract: Extract, text: str, expected: list[tuple[Strength, str, float | None]]
) -> None:
    assert skills_of(extract(f"任职要求：\n1、{text}").requirements) == expected


def test_skills_that_only_the_duties_name_are_wished_for(extract: Extract) -> None:
    found = extract("岗位职责：1、用Python做数据分析；2、维护报表。任职要求：1、熟悉Excel。")

    assert skills_of(found.requirements) == [
        (PREFERRED, "python", None),
        (PREFERRED, "data-analysis", None),
        (MUST, "excel", 2),
    ]


def test_skills_among_the_benefits_are_left_out(extract: Extract) -> None:
    found = extract("任职要求：\n熟悉Excel\n福利待遇：\n免费Python培训")

    assert skills_of(found.requirements) == [(MUST, "excel", 2)]


def test_a_section_of_pluses_is_wished_for(extract: Extract) -> None:
    found = extract("职位要求：\n1、精通Java；\n加分项：\n1、熟悉Docker；\n2、精通Java源码")

    assert skills_of(found.requirements) == [(MUST, "java", 4), (PREFERRED, "docker", 2)]


def test_a_line_that_ends_in_preferred_opens_a_section(extract: Extract) -> None:
    found = extract("任职要求：\n1、熟悉Java\n具备以下经验者优先：\n1、Docker\n2、MySQL")

    assert skills_of(found.requirements) == [
        (MUST, "java", 2),
        (PREFERRED, "docker", None),
        (PREFERRED, "mysql", None),
    ]


def test_the_higher_level_of_a_skill_counts(extract: Extract) -> None:
    found = extract("要求：\n1、了解Java\n2、精通Java")

    assert skills_of(found.requirements) == [(MUST, "java", 4)]


def test_a_tool_in_the_title_is_asked_for(extract: Extract) -> None:
    found = extract("负责日常开发", title="Java开发工程师")

    assert skills_of(found.requirements) == [(MUST, "java", None)]


def test_sentences_are_quoted_with_their_place(extract: Extract) -> None:
    text = "【岗位职责】\n1、写代码；\n【任职要求】\n1、熟悉ＪＡＶＡ；\n2、大专以上学历。"

    found = extract(text).requirements

    assert [(item.kind, item.sentence) for item in found] == [
        (RequirementKind.DEGREE, "大专以上学历"),
        (RequirementKind.SKILL, "熟悉ＪＡＶＡ"),
    ]
    assert all(text[item.start : item.end] == item.sentence for item in found)


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("本科及以上学历", "", [(MUST, Degree.BACHELOR, True)]),
        ("大专以上学历，本科优先", "", [(MUST, 30, True), (PREFERRED, 40, False)]),
        ("硕士优先", "本科", [(MUST, 40, True), (PREFERRED, 50, False)]),
        ("熟悉Excel", "大专", [(MUST, 30, True)]),
        ("熟悉Excel", "不限", []),
        ("本科以上学历", "大专", [(MUST, 40, True)]),
        ("大专及以上学历", "本科", [(MUST, 30, True)]),
        ("硕士1年或本科3年以上工作经验，本科学历", "", [(MUST, 40, True)]),
        ("本科以上学历，优秀者可放宽至大专学历", "", [(MUST, 40, False)]),
        ("本科（含）以上学历", "", [(MUST, 40, True)]),
        ("应届硕士/博士", "", [(MUST, 50, True)]),
        ("本科以上学历，经验丰富者可放宽", "", [(MUST, 40, False)]),
        ("有专科医院工作经历", "", []),
        ("Bachelor degree or above", "", [(MUST, 40, True)]),
    ],
)
def test_degree(
    extract: Extract, text: str, field: str, expected: list[tuple[Strength, int, bool]]
) -> None:
    found = of_kind(
        extract(f"任职要求：\n{text}", degree_field=field).requirements, RequirementKind.DEGREE
    )

    assert [(item.strength, item.minimum, item.hard) for item in found] == expected


def test_full_time_study_is_noted(extract: Extract) -> None:
    assert extract("要求：\n统招本科学历").full_time_degree
    assert not extract("要求：\n本科学历").full_time_degree


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("计算机相关专业", [(MUST, "0809", True, False)]),
        ("计算机、电子信息工程等相关专业本科以上", [(MUST, "0809 080701", True, False)]),
        ("机械类专业", [(MUST, "0802", False, False)]),
        ("理工科背景", [(MUST, "07 08", False, False)]),
        ("专业：会计学、审计学", [(MUST, "120203 120207", False, False)]),
        ("本科以上学历，统计学、会计学优先", [(PREFERRED, "071201 120203", False, False)]),
        ("仅限会计学专业", [(MUST, "120203", False, True)]),
        ("专业不限，计算机专业优先", [(PREFERRED, "0809", False, False)]),
        ("专业不限", []),
        (
            "理工科专业，软件工程专业优先",
            [(MUST, "07 08", False, False), (PREFERRED, "080902", False, False)],
        ),
        ("国际贸易、统计学相关专业，英语四级以上", [(MUST, "020401 071201", True, False)]),
        ("扎实的会计专业知识", []),
        ("非计算机专业亦可", []),
        ("3年以上机械行业经验", []),
    ],
)
def test_majors(
    extract: Extract, text: str, expected: list[tuple[Strength, str, bool, bool]]
) -> None:
    found = of_kind(extract(f"任职要求：\n1、{text}").requirements, RequirementKind.MAJOR)

    read = [
        (
            item.strength,
            " ".join(code for code in item.codes if code[:2] < "15" and code.isdigit()),
            item.related,
            item.hard,
        )
        for item in found
    ]
    assert read == expected


def test_no_skill_is_read_from_a_list_of_majors(extract: Extract) -> None:
    found = extract("任职要求：\n1、英语、会计学等相关专业")

    assert of_kind(found.requirements, RequirementKind.LANGUAGE) == []


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("1年以上工作经验", "", [(MUST, 1, True)]),
        ("半年以上工作经验", "", [(MUST, 0.5, False)]),
        ("三年以上相关工作经验", "", [(MUST, 3, True)]),
        ("3-5年开发经验", "", [(MUST, 3, True)]),
        ("具有2年及以上从业经历", "", [(MUST, 2, True)]),
        ("熟悉Excel", "3-5年", [(MUST, 3, True)]),
        ("1年以上工作经验", "3-5年", [(MUST, 3, True)]),
        ("5年以上工作经验", "3-5年", [(MUST, 5, True)]),
        ("有1年以上工作经验者优先", "", [(PREFERRED, 1, False)]),
        ("3年以上经验，优秀应届生亦可", "", [(PREFERRED, 3, False)]),
        ("2年以上数据分析经验（电商经验尤佳），逻辑清晰", "", [(MUST, 2, True)]),
        ("2年以上WEB前端开发", "", [(MUST, 2, True)]),
        ("3年以上测试经验（优先）", "", [(PREFERRED, 3, False)]),
        ("2年及以上授课经验，优秀可放宽至1年经验", "", [(MUST, 1, True)]),
        ("无经验24年优秀应届生亦可培养", "", []),
        ("12年以上工作经验", "", [(MUST, 12, True)]),
        ("熟悉Excel", "经验不限", []),
        ("公司成立10年，业务稳定", "", []),
        ("8年以上工作经验，其中包括3年以上管理经验", "", [(MUST, 8, True)]),
        ("近3年无违规，可签3年合同", "", []),
        ("2.2年以上测试经验", "", [(MUST, 2, True)]),
        ("1.5年以上测试经验", "", [(MUST, 1.5, True)]),
        ("3+ years of experience", "", [(MUST, 3, True)]),
    ],
)
def test_experience(
    extract: Extract, text: str, field: str, expected: list[tuple[Strength, float, bool]]
) -> None:
    found = of_kind(
        extract(f"任职要求：\n1、{text}", experience_field=field).requirements,
        RequirementKind.EXPERIENCE,
    )

    assert [(item.strength, item.minimum, item.hard) for item in found] == expected


@pytest.mark.parametrize(
    ("title", "text", "cohorts", "fresh"),
    [
        ("产品经理（2027届校招）", "负责产品", (2027,), FreshCondition.ONLY),
        ("产品", "2026届及2027届毕业生", (2026, 2027), FreshCondition.ONLY),
        ("产品", "26、27届本科生", (2026, 2027), FreshCondition.ONLY),
        ("产品", "2026年应届毕业生", (2026,), FreshCondition.ONLY),
        ("产品", "27届优先", (2027,), FreshCondition.WELCOME),
        ("产品", "27届毕业生，有项目经历者优先", (2027,), FreshCondition.ONLY),
        ("产品", "2027届及以后的在校生", (2027, 2028, 2029, 2030), FreshCondition.ONLY),
        ("产品", "2025年、2026年应届毕业生", (2025, 2026), FreshCondition.ONLY),
        ("产品", "接收2026应届生", (2026,), FreshCondition.WELCOME),
        ("产品", "非应届生亦可", (), FreshCondition.WELCOME),
        ("产品", "接受优秀应届毕业生", (), FreshCondition.WELCOME),
        ("产品", "应届毕业生亦可", (), FreshCondition.WELCOME),
        ("产品（可接受应届生）", "负责产品", (), FreshCondition.WELCOME),
        ("产品", "仅限应届毕业生", (), FreshCondition.ONLY),
        ("产品", "应届生勿扰", (), FreshCondition.EXCLUDED),
        ("产品", "第12届展会负责人", (), None),
        ("产品", "熟悉Excel", (), None),
    ],
)
def test_audience(
    extract: Extract,
    title: str,
    text: str,
    cohorts: tuple[int, ...],
    fresh: FreshCondition | None,
) -> None:
    found = extract(f"任职要求：\n1、{text}", title=title)

    assert (found.cohorts, found.fresh) == (cohorts, fresh)


@pytest.mark.parametrize(
    ("text", "field", "seats"),
    [
        ("招聘人数：5人", "", 5),
        ("招聘3名", "", 3),
        ("招聘若干名", "", None),
        ("负责团队20人管理", "", None),
        ("负责报表", "招6人", 6),
    ],
)
def test_seats(extract: Extract, text: str, field: str, seats: int | None) -> None:
    assert extract(text, degree_field=field).seats == seats


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("必须持有会计证", [(MUST, "accounting-licence", True)]),
        ("有会计证优先", [(PREFERRED, "accounting-licence", False)]),
        ("持C1驾照", [(MUST, "driving-licence", True)]),
        ("C1驾照（非硬性）", [(PREFERRED, "driving-licence", False)]),
        ("英语四级以上", [(MUST, "cet-4 cet-6 tem-4 tem-8", False)]),
        ("通过CET-6者优先", [(PREFERRED, "cet-6 tem-8", False)]),
        ("日语N2以上", [(MUST, "jlpt-n2 jlpt-n1", False)]),
    ],
)
def test_certificates(
    extract: Extract, text: str, expected: list[tuple[Strength, str, bool]]
) -> None:
    found = of_kind(extract(f"任职要求：\n1、{text}").requirements, RequirementKind.CERTIFICATE)

    assert [(item.strength, " ".join(item.codes), item.hard) for item in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("英语口语流利", [(MUST, "english", 3)]),
        ("日语可作为工作语言", [(MUST, "japanese", 3)]),
        ("良好的英语读写能力", [(MUST, "english", 2)]),
        ("能阅读英语文档", [(MUST, "english", 1)]),
        ("会日语者优先", [(PREFERRED, "japanese", None)]),
        ("普通话标准", [(PREFERRED, "mandarin", None)]),
        ("英语不限", []),
    ],
)
def test_languages(
    extract: Extract, text: str, expected: list[tuple[Strength, str, float | None]]
) -> None:
    found = of_kind(extract(f"任职要求：\n1、{text}").requirements, RequirementKind.LANGUAGE)

    assert [(item.strength, item.codes[0], item.minimum) for item in found] == expected


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("限男性", ProtectedKind.SEX, "限男性"),
        ("女士优先", ProtectedKind.SEX, "女士优先"),
        ("年龄20-30岁", ProtectedKind.AGE, "年龄20-30岁"),
        ("35周岁以下", ProtectedKind.AGE, "35周岁以下"),
        ("身高165cm以上", ProtectedKind.HEIGHT, "身高165cm以上"),
        ("形象气质佳", ProtectedKind.APPEARANCE, "形象气质佳"),
        ("已婚已育优先", ProtectedKind.MARITAL, "已婚已育"),
        ("本地户口优先", ProtectedKind.HOUSEHOLD, "本地户口优先"),
        ("985/211院校毕业", ProtectedKind.SCHOOL_TIER, "985/211院校"),
        ("无乙肝病史", ProtectedKind.HEALTH, "乙肝病史"),
    ],
)
def test_protected_conditions_are_pointed_at(
    extract: Extract, text: str, kind: ProtectedKind, written: str
) -> None:
    found = extract(f"任职要求：\n{text}")

    assert [(span.kind, span.text) for span in found.protected] == [(kind, written)]
    assert found.requirements == ()


@pytest.mark.parametrize(
    "text", ["男女不限", "年龄不限", "户籍不限", "负责3-12岁儿童教学", "提供单身公寓"]
)
def test_harmless_mentions_are_not(extract: Extract, text: str) -> None:
    assert extract(f"任职要求：\n{text}").protected == ()


def test_duties_and_demands_are_told_apart(extract: Extract) -> None:
    found = extract(
        "岗位职责：1、负责做账；2、编制报表；任职要求：1、会计相关专业；2、熟悉Excel；福利：五险一金"
    )

    assert found.duties == "负责做账\n编制报表"
    assert found.demands == "会计相关专业\n熟悉Excel"


def test_a_text_without_headings_is_judged_by_sentence(extract: Extract) -> None:
    found = extract("1.负责客户接待\n2.大专以上学历，熟悉Excel")

    assert (found.duties, found.demands) == ("负责客户接待", "大专以上学历，熟悉Excel")


def test_an_empty_text_says_nothing(extract: Extract) -> None:
    found = extract("")

    assert (found.requirements, found.duties, found.fresh, found.seats) == ((), "", None, None)

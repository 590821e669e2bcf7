"""Wordings met in real postings: lists, classes of things, alternatives, degrees of knowing."""

import csv
from pathlib import Path

import pytest

from matching.extraction.audience import FreshCondition
from matching.extraction.certificates import with_higher_certificates
from matching.extraction.mining import mine_phrases
from matching.extraction.skills import alternatives
from matching.lexicon import Lexicon
from matching.types import Requirement, RequirementKind, Strength
from tests.matching.extraction.conftest import Extract
from tests.matching.extraction.test_requirements import MUST, PREFERRED, of_kind, skills_of

SKILL_FILES = sorted((Path(__file__).parents[3] / "employment/taxonomy/data/skills").glob("*.csv"))
ROWS = [
    {"id": id_, "name": name, "kind": kind, "family": family, "aliases": aliases, "contexts": words}
    for id_, name, kind, family, aliases, words in [
        ("mysql", "MySQL", "tool", "data", "", ""),
        ("oracle", "Oracle", "tool", "data", "", ""),
        ("relational", "关系型数据库", "skill", "data", "数据库", ""),
        ("can-bus", "CAN总线", "skill", "cars", "CAN", "总线|communication"),
        ("communication", "沟通能力", "soft", "soft", "良好的沟通|沟通协调能力", ""),
        ("licence", "驾驶证", "certificate", "certificate", "驾照|有驾照", ""),
        ("coordination", "组织协调能力", "soft", "soft", "协调能力", ""),
    ]
]


@pytest.fixture(scope="module")
def small() -> Lexicon:
    return Lexicon.from_rows(ROWS)


@pytest.fixture(scope="module")
def real_ids() -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in SKILL_FILES]
    return {row["id"] for text in texts for row in csv.DictReader(text.splitlines())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("精通Vue/React", [(MUST, "vue|react", 4)]),
        ("熟悉Java/Docker", [(MUST, "java", 2), (MUST, "docker", 2)]),
        ("对Docker有一定的了解", [(MUST, "docker", 1)]),
        ("对Java有深入理解", [(MUST, "java", 3)]),
        ("擅长Python", [(MUST, "python", 3)]),
        ("有Java功底", [(MUST, "java", 3)]),
        ("有Java，Docker，MySQL等项目经验者优先",
         [(PREFERRED, "java", None), (PREFERRED, "docker", None), (PREFERRED, "mysql", None)]),
        ("熟悉Java，最好有Docker经验", [(MUST, "java", 2), (PREFERRED, "docker", None)]),
        ("熟悉MySQL、Oracle等主流存储产品之一", [(MUST, "mysql|oracle", 2)]),
    ],
)  # fmt: skip
def test_skills_as_worded(
    extract: Extract, text: str, expected: list[tuple[Strength, str, float | None]]
) -> None:
    read = skills_of(extract(f"任职要求：\n1、{text}").requirements)

    assert [(strength, set(codes.split("|")), level) for strength, codes, level in read] == [
        (strength, set(codes.split("|")), level) for strength, codes, level in expected
    ]


def test_the_condition_is_quoted_rather_than_the_duty(extract: Extract) -> None:
    found = extract("岗位职责：\n1、与客户保持良好的沟通\n任职要求：\n1、良好的沟通能力")

    assert [item.sentence for item in of_kind(found.requirements, RequirementKind.SKILL)] == [
        "良好的沟通能力"
    ]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("5年以上工作经验，2年以上管理经验", [5]),
        ("本科3年以上工作经验；硕士1年以上工作经验", [1]),
        ("1年以上会计工作经验\n2、3年以上工作经验", [3]),
    ],
)
def test_of_several_experiences_the_longest_holds(
    extract: Extract, text: str, years: list[float]
) -> None:
    found = of_kind(extract(f"任职要求：\n1、{text}").requirements, RequirementKind.EXPERIENCE)

    assert [item.minimum for item in found] == years


@pytest.mark.parametrize(
    ("text", "degree", "fresh"),
    [
        ("会计学专业的硕士、博士", 50, None),
        ("仅限会计学专业优秀本科及硕士应届毕业生", 40, FreshCondition.ONLY),
    ],
)
def test_degree_and_audience_as_worded(
    extract: Extract, text: str, degree: int, fresh: FreshCondition | None
) -> None:
    found = extract(f"任职要求：\n1、{text}")

    assert [item.minimum for item in of_kind(found.requirements, RequirementKind.DEGREE)] == [
        degree
    ]
    assert found.fresh is fresh


@pytest.mark.parametrize(
    ("text", "level"),
    [("基本的英语读写能力", 1), ("有英语基础即可", 1), ("英语基础扎实，口语流利", 3)],
)
def test_language_levels_as_worded(extract: Extract, text: str, level: int) -> None:
    found = of_kind(extract(f"任职要求：\n1、{text}").requirements, RequirementKind.LANGUAGE)

    assert [item.minimum for item in found] == [level]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("良好的沟通协调能力", ["communication"]),
        ("良好的沟通、协调能力", ["communication", "coordination"]),
        ("you can be trained", []),
        ("CAN 总线通信", ["can-bus"]),
        ("CAN总线", ["can-bus"]),
        ("具有驾照者优先", ["licence"]),
        ("有驾照者优先", ["licence"]),
    ],
)
def test_overlapping_and_english_words(small: Lexicon, text: str, ids: list[str]) -> None:
    assert [span.skill.id for span in small.find(text)] == ids


def test_alternatives_and_higher_certificates_are_in_the_lexicon(real_ids: set[str]) -> None:
    table = Path("matching/extraction/data/higher_certificates.csv")
    with (Path(__file__).parents[3] / table).open(encoding="utf-8") as file:
        named = {
            code
            for row in csv.DictReader(file)
            for code in (row["certificate"], *row["higher"].split("|"))
        }

    assert named | {code for group in alternatives() for code in group} <= real_ids


@pytest.mark.parametrize(
    ("asked", "proves"),
    [
        ("accounting-junior", "cpa"),
        ("teacher-qualification", "teacher-qualification-senior"),
        ("teacher-qualification-junior", "teacher-qualification-senior"),
        ("driving-license-c1", "driving-license-a2"),
        ("putonghua-2b", "putonghua-1a"),
        ("topik-4", "topik-6"),
        ("social-worker-assistant", "social-worker-intermediate"),
        ("cet-4", "tem-8"),
    ],
)
def test_a_higher_certificate_proves_the_lower(asked: str, proves: str) -> None:
    item = Requirement(RequirementKind.CERTIFICATE, MUST, asked, (asked,))
    reverse = Requirement(RequirementKind.CERTIFICATE, MUST, proves, (proves,))

    assert proves in with_higher_certificates(item).codes
    assert asked not in with_higher_certificates(reverse).codes


def test_unknown_phrases_are_counted_per_posting(small: Lexicon) -> None:
    texts = ["任职要求：\n1、熟悉分布式存储、MySQL\n2、掌握分布式存储"] * 3

    found = mine_phrases(texts, small, least=3)

    assert [(phrase.text, phrase.postings) for phrase in found] == [("分布式存储", 3)]
    assert mine_phrases(texts, small, least=4) == []

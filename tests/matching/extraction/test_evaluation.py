"""How labels and readings are compared."""

import json
from pathlib import Path
from typing import Any

import pytest

from matching.extraction.evaluation import LabelReader, evaluate_fields, evaluate_requirements
from matching.extraction.majors import MajorIndex
from matching.lexicon import Lexicon
from tests.matching.extraction.conftest import Extract

LABELS = Path(__file__).parent / "data/requirement_labels.jsonl"
TEXT = "岗位职责：\n1、用Python\n任职要求：\n1、大专以上学历\n2、精通Java，沟通能力强"


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon, majors: MajorIndex) -> LabelReader:
    return LabelReader.of(lexicon, majors)


@pytest.mark.parametrize(
    ("label", "field", "expected"),
    [
        ({"degree": 30}, "degree", (1, 1, 1)),
        ({"degree": 40}, "degree", (0, 0, 1)),
        ({"skills": [{"any": ["java"], "level": 4}]}, "skills", (1, 1, 1)),
        ({"skills": [{"any": ["Java"], "level": 4}]}, "skills_level", (1, 1, 1)),
        ({"skills": [{"any": ["java"], "wish": True}]}, "skills_strength", (0, 0, 1)),
        ({"skills": [{"any": ["java"]}, {"any": ["COBOL"]}]}, "skills", (1, 0.5, 2)),
        ({"soft": ["communication"]}, "soft", (1, 1, 1)),
        ({}, "skills", (0, 0, 0)),
    ],
)
def test_a_label_is_compared_field_by_field(
    extract: Extract,
    reader: LabelReader,
    label: dict[str, Any],
    field: str,
    expected: tuple[float, float, int],
) -> None:
    score = evaluate_requirements([(label, extract(TEXT))], reader)[field]

    assert (score["precision"], score["recall"], score["n"]) == expected


def test_what_only_the_duties_name_is_not_found(extract: Extract, reader: LabelReader) -> None:
    label = {"skills": [{"any": ["java"]}, {"any": ["python"]}]}

    score = evaluate_requirements([(label, extract(TEXT))], reader)["skills"]

    assert (score["precision"], score["recall"]) == (1, 0.5)


def test_alternatives_are_compared_in_pairs(extract: Extract, reader: LabelReader) -> None:
    label = {"skills": [{"any": ["java", "python", "cpp"]}]}
    found = extract("任职要求：\n1、熟悉Java或Python")

    score = evaluate_requirements([(label, found)], reader)["skills_either"]

    assert score["recall"] == pytest.approx(1 / 3)
    assert (score["precision"], score["n"]) == (1, 3)


def test_a_certificate_is_found_beside_the_higher_ones(
    extract: Extract, reader: LabelReader
) -> None:
    label = {"certificates": [{"any": ["cet-4"]}]}

    scores = evaluate_requirements([(label, extract("任职要求：\n英语四级以上"))], reader)

    assert scores["certificates"]["f1"] == 1


def test_later_years_of_an_open_cohort_are_no_mistakes(
    extract: Extract, reader: LabelReader
) -> None:
    label = {"cohorts": [2027], "cohorts_open": True}

    scores = evaluate_requirements([(label, extract("任职要求：\n2027届及以后的在校生"))], reader)

    assert scores["cohorts"]["f1"] == 1


def test_regions_and_pay_come_from_their_own_columns() -> None:
    label = {"region": "310000", "pay": [100, 150, "day"]}

    scores = evaluate_fields([(label, "上海", "100-150元/天")], lambda _: ["310000"])

    assert [scores[name]["f1"] for name in ("regions", "pay")] == [1, 1]


def test_labels_hold_facts_and_no_text() -> None:
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]

    assert {label["half"] for label in labels} == {"A", "B"}
    assert len({(label["file"], label["source_id"]) for label in labels}) == len(labels) >= 200
    assert max(len(code) for label in labels for code in _written(label)) <= 40


def _written(label: dict[str, Any]) -> list[str]:
    groups = [*label.get("skills", []), *label.get("certificates", [])]
    names = [*label.get("majors", []), *label.get("majors_wish", []), *label.get("soft", [])]
    return [*names, *(code for group in groups for code in group["any"])]

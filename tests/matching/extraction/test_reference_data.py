"""The rules against the product's own tables, and against real ones where they lie beside it."""

import csv
from pathlib import Path

import pytest

from matching.extraction.majors import MajorIndex, resolve_majors, word_targets
from matching.extraction.majors_evaluation import evaluate_majors

ROOT = Path(__file__).parents[3]
CATALOGUE = ROOT / "employment/taxonomy/data/majors.csv"
OFFICIAL_TABLE = ROOT.parent / "shared/data/eval/major_eligibility_2025_dev.csv"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def catalogue() -> list[dict[str, str]]:
    return rows_of(CATALOGUE)


@pytest.fixture(scope="module")
def majors(catalogue: list[dict[str, str]]) -> MajorIndex:
    return MajorIndex.from_rows(catalogue)


def test_every_short_word_points_into_the_catalogue(majors: MajorIndex) -> None:
    lost = {
        word: target
        for word, targets in word_targets()
        for target in targets
        if not majors.codes(target)
    }

    assert lost == {}


@pytest.mark.parametrize("name", ["会计", "护理", "软件", "市场营销", "机电一体化", "电子商务"])
def test_words_of_practice_reach_vocational_majors(majors: MajorIndex, name: str) -> None:
    codes = resolve_majors(name, majors).codes

    assert any("41" <= code[:2] <= "58" for code in codes)
    assert any(code < "15" for code in codes)


def test_official_tables_are_resolved(catalogue: list[dict[str, str]]) -> None:
    if not OFFICIAL_TABLE.exists():
        pytest.skip("needs the official recruiting table beside the repository")
    recruiting = MajorIndex.from_rows(catalogue, coding="recruiting")

    score = evaluate_majors(
        rows_of(OFFICIAL_TABLE), lambda text: resolve_majors(text, recruiting).codes
    )

    assert score["exact"] >= 0.98

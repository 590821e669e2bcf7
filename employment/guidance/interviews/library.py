"""Questions, competencies and anchors of the files in ``data``, read and checked once a process."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language

from employment.guidance.interviews.enums import Criterion, Form, QuestionKind

FOLDER = Path(__file__).parent / "data"
GAP = "{skill}"
LEVELS = (1, 3, 5)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages; ``str`` gives the reader's."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh if (get_language() or "").startswith("zh") else self.en

    def filled(self, skill: str) -> "Text":
        return Text(self.zh.replace(GAP, skill), self.en.replace(GAP, skill))


@dataclass(frozen=True, slots=True)
class Competency:
    """``terms`` show that an answer speaks of the subject; they do not rate anybody."""

    code: str
    name: Text
    terms: tuple[str, ...]
    anchors: Mapping[int, Text]


@dataclass(frozen=True, slots=True)
class Question:
    """``seconds`` is the time to type an answer; ``shows`` what a good one says."""

    code: str
    kind: QuestionKind
    form: Form
    competency: Competency
    seconds: int
    text: Text
    shows: Text

    @property
    def needs_skill(self) -> bool:
        return GAP in self.text.zh

    @property
    def minutes(self) -> int:
        return self.seconds // 60


@cache
def competencies() -> Mapping[str, Competency]:
    return {code: _competency(code, row) for code, row in _yaml("competencies").items()}


@cache
def questions() -> Mapping[str, Question]:
    """All by code, in the order of the file. Raises ``ValueError`` for a broken row."""
    with (FOLDER / "questions.csv").open(encoding="utf-8", newline="") as file:
        found = [_question(row) for row in csv.DictReader(file)]
    if len({one.code for one in found}) != len(found):
        raise ValueError("questions.csv: a code stands twice")
    return {one.code: one for one in found}


@cache
def anchors() -> Mapping[Criterion, Mapping[int, Text]]:
    """Levels 1 to 5 of each criterion."""
    rows = _yaml("criteria")
    return {key: {n: Text(**rows[key.value][n]) for n in range(1, 6)} for key in Criterion}


def _yaml(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def _competency(code: str, row: Mapping[Any, Any]) -> Competency:
    levels = {level: Text(**row[level]) for level in LEVELS}
    return Competency(code, Text(**row["name"]), tuple(map(str, row["terms"])), levels)


def _question(row: Mapping[str, str]) -> Question:
    texts = [row[name].strip() for name in ("zh", "en", "shows_zh", "shows_en")]
    if not all(texts) or (GAP in texts[0]) != (GAP in texts[1]):
        raise ValueError(f"{row['code']} lacks a text or a gap")
    return Question(
        code=row["code"],
        kind=QuestionKind(row["kind"]),
        form=Form(row["form"]),
        competency=competencies()[row["competency"]],
        seconds=int(row["seconds"]),
        text=Text(*texts[:2]),
        shows=Text(*texts[2:]),
    )

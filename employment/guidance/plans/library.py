"""The milestones of ``data/milestones.yaml``, read and checked once a process."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language

from employment.guidance.plans.enums import Programme
from employment.guidance.plans.rules.roadmap import Anchor, Milestone

FILE = Path(__file__).parent / "data" / "milestones.yaml"
LANGUAGES = frozenset({"zh", "en"})


@cache
def milestones() -> Sequence[Milestone]:
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    found = [read(row) for row in rows]
    codes = [one.code for one in found]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"{FILE.name}: twice {', '.join(twice)}")
    return found


@cache
def milestones_by_code() -> Mapping[str, Milestone]:
    return {one.code: one for one in milestones()}


def read(row: Mapping[str, Any]) -> Milestone:
    """Raises ``ValueError`` naming the row and what it lacks."""
    code = str(row.get("code"))
    for name in ("title", "text"):
        if set(row.get(name) or ()) != LANGUAGES:
            raise ValueError(f"{code}: {name} in both languages")
    anchor, year = row["at"]
    month, day = row["due"]
    if not (1 <= month <= 12 and 1 <= day <= 31 and row["lead"] > 0):
        raise ValueError(f"{code}: date or lead")
    return Milestone(
        code=code,
        programmes=frozenset(map(Programme, row["programmes"])),
        anchor=Anchor(anchor),
        year=int(year),
        month=month,
        day=day,
        lead=row["lead"],
        title=row["title"],
        text=row["text"],
        link=row.get("link", ""),
        study=frozenset(row.get("study", ())),
    )


def in_language(words: Mapping[str, str]) -> str:
    """Chinese unless the reader chose English."""
    return words["en" if (get_language() or "").startswith("en") else "zh"]

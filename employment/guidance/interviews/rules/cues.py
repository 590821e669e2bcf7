"""Wordings that point to a part of a story, each with a weight, in Chinese and in English.

Written by hand from how people tell an experience; they stand in ``data/cues.csv``. Weights are
whole points: 1 leans to a part, 5 says it alone.
"""

import csv
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from employment.guidance.interviews.rules.parts import Part

FILE = Path(__file__).parents[1] / "data" / "cues.csv"


class Cue(NamedTuple):
    part: Part
    weight: int
    pattern: re.Pattern[str]


@cache
def cues() -> tuple[Cue, ...]:
    """Rows of weight 0 name lists of verbs that the patterns below them use."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lists = {f"{{{row['part']}}}": row["pattern"] for row in rows if row["weight"] == "0"}
    return tuple(_cue(row, lists) for row in rows if row["weight"] != "0")


def _cue(row: dict[str, str], lists: dict[str, str]) -> Cue:
    pattern = row["pattern"]
    for name, verbs in lists.items():
        pattern = pattern.replace(name, verbs)
    return Cue(Part(row["part"]), int(row["weight"]), re.compile(pattern))

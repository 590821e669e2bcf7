"""The skill lexicon: many files by several hands, so every fault names its file and line."""

from collections.abc import Iterator
from dataclasses import dataclass

from employment.taxonomy.adapters.tables import Row, read_rows, skill_tables
from employment.taxonomy.enums import SkillKind
from employment.taxonomy.models import Skill
from employment.taxonomy.rules import fold

REQUIRED = ("id", "name", "name_en", "family", "kind")


@dataclass(frozen=True, slots=True)
class Fault:
    """`number` is the line in `file`."""

    file: str
    number: int
    message: str

    def __str__(self) -> str:
        return f"skills/{self.file}:{self.number}: {self.message}"


def read_skills() -> list[Row]:
    return [row for file in skill_tables() for row in read_rows(file)]


def skill_entry(row: Row) -> Skill:
    return Skill(
        id=row["id"],
        name=row["name"],
        name_en=row["name_en"],
        family=row["family"],
        kind=row["kind"],
        aliases=row.names("aliases"),
        contexts=row.names("contexts"),
    )


def find_faults(rows: list[Row], *, occupations: set[str]) -> list[Fault]:
    """Everything that keeps the lexicon from loading; `occupations` are the codes it may name."""
    alone = [
        Fault(row.file, row.number, message)
        for row in rows
        for message in _faults_of(row, occupations)
    ]
    return [*alone, *_repeated_ids(rows), *_shared_terms(rows)]


def _faults_of(row: Row, occupations: set[str]) -> Iterator[str]:
    for column in REQUIRED:
        if not row[column]:
            yield f"{column} is empty"
    if f"{row['family']}.csv" != row.file:
        yield f"family {row['family']!r} belongs in another file"
    if row["kind"] not in SkillKind.values:
        yield f"unknown kind {row['kind']!r}"
    for code in row.names("occupations"):
        if code not in occupations:
            yield f"unknown occupation {code}"


def _repeated_ids(rows: list[Row]) -> Iterator[Fault]:
    first: dict[str, Row] = {}
    for row in rows:
        earlier = first.setdefault(row["id"], row)
        if earlier is not row:
            yield Fault(row.file, row.number, f"id {row['id']} repeats {_place(earlier)}")


def _shared_terms(rows: list[Row]) -> Iterator[Fault]:
    """A spelling must lead to one skill."""
    first: dict[str, Row] = {}
    for row in rows:
        terms = dict.fromkeys(map(fold, (row["name"], row["name_en"], *row.names("aliases"))))
        for term in filter(None, terms):
            earlier = first.setdefault(term, row)
            if earlier["id"] != row["id"]:
                message = f"{term!r} of {row['id']} is taken by {earlier['id']} ({_place(earlier)})"
                yield Fault(row.file, row.number, message)


def _place(row: Row) -> str:
    return f"{row.file}:{row.number}"

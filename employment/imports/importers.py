"""What an app provides so that its rows can be imported, and the register of those apps."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from django.utils.functional import Promise

from employment.imports.enums import ImportTarget, IssueSeverity


@dataclass(frozen=True, slots=True)
class ImportField:
    """A column the importer understands, with the headings under which people write it."""

    name: str
    label: Promise
    aliases: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """``code`` names an entry of the importer's ``messages``."""

    field: str
    value: str
    code: str
    severity: IssueSeverity = IssueSeverity.WARNING


@dataclass(frozen=True, slots=True)
class Message:
    """Why a cell could not be taken, and how to mend it; both in the user's language."""

    reason: Promise
    fix: Promise


@dataclass(frozen=True, slots=True)
class ImportContext:
    organisation_id: int | None
    actor_id: int | None
    today: dt.date
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as read: ``record`` is the importer's own value, None when the row is rejected."""

    number: int
    record: Any
    issues: tuple[Issue, ...] = ()


class RowState(StrEnum):
    IMPORTED = "imported"
    UPDATED = "updated"
    DUPLICATE = "duplicate"


class Importer(Protocol):
    @property
    def target(self) -> ImportTarget: ...

    @property
    def fields(self) -> Sequence[ImportField]: ...

    @property
    def messages(self) -> Mapping[str, Message]: ...

    def read(self, number: int, values: Mapping[str, str], context: ImportContext) -> ReadRow:
        """Values by field name → a record or issues. Reads reference data, writes nothing."""

    def write(self, records: Sequence[Any], context: ImportContext) -> list[RowState]:
        """Write one batch inside the caller's transaction; one state a record, in order.

        A record that exists already is a duplicate: writing the same file twice adds nothing.
        """


_importers: dict[ImportTarget, Importer] = {}


def register(importer: Importer) -> None:
    _importers[importer.target] = importer


def importer_for(target: ImportTarget) -> Importer:
    return _importers[target]


def guess_mapping(columns: Sequence[str], fields: Sequence[ImportField]) -> dict[str, str]:
    """Field name → column, by name or alias, ignoring case and spaces."""
    by_heading = {plain(column): column for column in columns}
    mapping = {}
    for item in fields:
        headings = (item.name, str(item.label), *item.aliases)
        found = next((by_heading[plain(h)] for h in headings if plain(h) in by_heading), None)
        if found:
            mapping[item.name] = found
    return mapping


def plain(heading: str) -> str:
    return "".join(heading.split()).casefold().rstrip("*:：")

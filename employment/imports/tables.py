"""A csv, xlsx or JSON-lines file as rows of text, whatever its encoding."""

import csv
import io
import json
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

from employment.common.errors import InvalidError

ENCODINGS = ("utf-8-sig", "gb18030")
MAX_BYTES = 60 * 1024 * 1024
MAX_UNPACKED = 400 * 1024 * 1024
MAX_ROWS = 300_000
MAX_CELL = 20_000
SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".jsonl", ".ndjson")
# What the workbook reader lets through, some of it only while the sheet is read.
DAMAGES = (
    EOFError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
    ParseError,
    zipfile.BadZipFile,
    zlib.error,
)
csv.field_size_limit(MAX_BYTES)


class TableError(InvalidError):
    """The file cannot be read as a table; the message says what to do."""

    code = "unreadable_file"


class Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` counts as the file shows it: in a table the header line is 1."""

    number: int
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(file: Readable, name: str) -> Table:
    """The whole table in memory; raises ``TableError``. Row and cell limits as above."""
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise TableError(
            _("Files of this kind cannot be read. Save the table as xlsx, csv or JSON lines.")
        )
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise TableError(_("The file is larger than 60 MB. Split it into several files."))
    if not content.strip():
        raise TableError(_("The file is empty."))
    reader = {".xlsx": read_xlsx, ".jsonl": read_json_lines, ".ndjson": read_json_lines}
    return reader.get(suffix, read_csv)(content)


def decode(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError(_("The text is neither UTF-8 nor GB18030. Save the file as UTF-8."))


def read_csv(content: bytes) -> Table:
    text = decode(content)
    head = text[: text.find("\n")]
    delimiter = max(",;\t", key=head.count)
    try:
        return table_of(csv_lines(text, delimiter))
    except csv.Error as error:
        raise TableError(_("The file is damaged: a quotation mark is not closed.")) from error


def csv_lines(text: str, delimiter: str) -> Iterator[list[str]]:
    """Quotation marks inside a cell are let pass, one that swallows the rest of the file is not:
    the last record is read once more by the strict reader."""
    record: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            record.append(line)
            yield line

    last: list[str] = []
    for cells in csv.reader(lines(), delimiter=delimiter):
        last = record.copy()
        record.clear()
        yield cells
    if len(last) > 1:
        deque(csv.reader(last, delimiter=delimiter, strict=True), maxlen=0)


def read_xlsx(content: bytes) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            macros = any(entry.filename.endswith("vbaProject.bin") for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise TableError(
            _("This is not an xlsx workbook, or it is protected by a password.")
        ) from error
    if unpacked > MAX_UNPACKED:
        raise TableError(_("The workbook unpacks to more than 400 MB and is refused."))
    if macros:
        raise TableError(_("The workbook contains macros. Save it as a plain xlsx."))
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return table_of([cell_text(cell) for cell in line] for line in book.worksheets[0].values)
    except DAMAGES as error:
        raise TableError(_("The workbook is damaged; open and save it again.")) from error


def cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def storable(text: str) -> str:
    """Without what the database refuses in a text: NUL and halves of a character."""
    return text.replace("\0", "").encode(errors="ignore").decode()


def table_of(lines: "Iterator[list[str]]") -> Table:
    """First line with text is the header; empty lines are passed over but counted."""
    columns: tuple[str, ...] = ()
    rows: list[Row] = []
    for number, line in enumerate(lines, start=1):
        cells = [storable(cell).strip() for cell in line]
        if not any(cells):
            continue
        if not columns:
            columns = header_of(cells)
            continue
        if len(rows) >= MAX_ROWS:
            raise TableError(_("The table has more than 300,000 rows. Split it."))
        values = {c: v[:MAX_CELL] for c, v in zip(columns, cells, strict=False) if c}
        rows.append(Row(number, values))
    if not rows:
        raise TableError(_("The table has a header but no rows."))
    return Table(tuple(filter(None, columns)), tuple(rows))


def header_of(cells: list[str]) -> tuple[str, ...]:
    named = [cell for cell in cells if cell]
    repeated = sorted({cell for cell in named if named.count(cell) > 1})
    if repeated:
        raise TableError(_("Two columns are named “%s”. Rename one.") % repeated[0])
    return tuple(cells)


def read_json_lines(content: bytes) -> Table:
    rows: list[Row] = []
    columns: dict[str, None] = {}
    for number, line in enumerate(decode(content).splitlines(), start=1):
        if not line.strip():
            continue
        rows.append(Row(number, json_values(line, number)))
        columns |= dict.fromkeys(rows[-1].values)
    return Table(tuple(columns), tuple(rows))


def json_values(line: str, number: int) -> dict[str, str]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise TableError(_("Line %d is not a JSON object.") % number) from error
    if not isinstance(value, dict):
        raise TableError(_("Line %d is not a JSON object.") % number)
    return {storable(key): storable(json_text(item))[:MAX_CELL] for key, item in value.items()}


def json_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ",".join(json_text(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return cell_text(value).strip()

"""Files that are no table, or mean harm: refused with a sentence that says what to do."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from openpyxl import Workbook

from employment.imports import tables
from employment.imports.enums import ImportTarget
from employment.imports.models import ImportFile
from employment.imports.services import create_import
from employment.imports.tables import TableError, read_table

HEADER = "学号,姓名\n"


def workbook(*lines):
    book = Workbook()
    for line in lines:
        book.active.append(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_entry(content, name, body=b""):
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return buffer.getvalue()


def empty_archive():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    return buffer.getvalue()


def with_sheet(body):
    """The workbook with other content in its only sheet."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SHEET)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, body if "sheet1" in name else old.read(name))
    return buffer.getvalue()


def laughing(levels):
    """Entities that unfold tenfold a level."""
    entities = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 50}">' for n in range(levels)
    )
    return f"<?xml version='1.0'?><!DOCTYPE x [{entities}]><x>&e{levels - 1};</x>".encode()


SHEET = workbook(["学号", "姓名"], ["1", "甲"])
REFUSED = {
    "a program": ("roster.exe", b"MZ"),
    "an old workbook": ("roster.xls", b"\xd0\xcf\x11\xe0"),
    "nothing": ("roster.csv", b""),
    "only spaces": ("roster.csv", b" \r\n \r\n"),
    "only a header": ("roster.csv", HEADER.encode()),
    "no text": ("roster.csv", bytes([0xFF, 0xFE, 0x81, 0x00, 0xFF]) * 20),
    "an unclosed quote": ("roster.csv", (HEADER + '1,"甲\n' + "2,乙\n" * 3).encode()),
    "two equal headings": ("roster.csv", "学号,姓名,学号\n1,甲,2\n".encode()),
    "a picture called workbook": ("roster.xlsx", b"\x89PNG\r\n"),
    "an archive without workbook": ("roster.xlsx", empty_archive()),
    "a workbook cut off": ("roster.xlsx", SHEET[: len(SHEET) // 2]),
    "a workbook with macros": ("roster.xlsx", with_entry(SHEET, "xl/vbaProject.bin", b"x")),
    "a workbook with a broken sheet": ("roster.xlsx", with_sheet(b"<worksheet><row>")),
    "a workbook with an entity bomb": ("roster.xlsx", with_sheet(laughing(9))),
    "an empty workbook": ("roster.xlsx", workbook()),
    "text called JSON": ("roster.jsonl", b"not json\n"),
    "a JSON list": ("roster.jsonl", b"[1, 2]\n"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_file_that_is_no_table_is_refused(what):
    name, content = REFUSED[what]

    with pytest.raises(TableError) as refusal:
        read_table(io.BytesIO(content), name)

    assert str(refusal.value)


def test_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(tables, "MAX_UNPACKED", 1_000_000)
    bomb = with_entry(SHEET, "xl/media/zeros.bin", bytes(5_000_000))
    assert len(bomb) < 100_000
    monkeypatch.setattr(tables, "load_workbook", None)

    with pytest.raises(TableError):
        read_table(io.BytesIO(bomb), "roster.xlsx")


def test_file_above_the_limit_is_refused_without_reading_it_all(monkeypatch):
    monkeypatch.setattr(tables, "MAX_BYTES", 100)

    class Endless(io.BytesIO):
        def read(self, size=-1, /):
            assert size == 101
            return b"1" * size

    with pytest.raises(TableError):
        read_table(Endless(), "roster.csv")


def test_table_above_the_row_limit_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "MAX_ROWS", 3)

    with pytest.raises(TableError):
        read_table(io.BytesIO((HEADER + "1,甲\n" * 4).encode()), "roster.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_table_is_read_whatever_its_encoding_and_delimiter(delimiter, encoding):
    text = f"学号{delimiter}姓名\r\n\r\n1{delimiter}张䶮\r\n"

    table = read_table(io.BytesIO(text.encode(encoding)), "roster.csv")

    assert table.columns == ("学号", "姓名")
    assert [(row.number, row.values) for row in table.rows] == [(3, {"学号": "1", "姓名": "张䶮"})]


def test_quoted_cells_keep_commas_and_lines():
    text = '学号,简介\n1,"会 Python,\n也会 SQL"\n2,"说""好"""\n'

    table = read_table(io.BytesIO(text.encode()), "roster.csv")

    assert [row.values["简介"] for row in table.rows] == ["会 Python,\n也会 SQL", '说"好"']


def test_workbook_numbers_stay_whole_and_short_rows_are_read():
    content = workbook([None, None], ["学号", "绩点", "备注"], [20230001.0, 3.5, None], [2])

    table = read_table(io.BytesIO(content), "roster.xlsx")

    assert table.columns == ("学号", "绩点", "备注")
    assert [row.values for row in table.rows] == [
        {"学号": "20230001", "绩点": "3.5", "备注": ""},
        {"学号": "2", "绩点": "", "备注": ""},
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("roster.csv", "学号,姓名\n1,甲\0乙\n"),
        ("roster.jsonl", '{"学号": 1, "姓名": "甲\\u0000乙\\ud800"}'),
    ],
)
def test_characters_that_no_database_takes_are_left_out(name, content):
    table = read_table(io.BytesIO(content.encode()), name)

    assert [row.values for row in table.rows] == [{"学号": "1", "姓名": "甲乙"}]


def test_cell_of_any_length_is_cut_to_the_limit():
    text = f"学号,简介\n1,{'长' * 30_000}\n"

    table = read_table(io.BytesIO(text.encode()), "roster.csv")

    assert len(table.rows[0].values["简介"]) == tables.MAX_CELL


@pytest.mark.django_db
def test_refused_file_is_not_kept():
    with pytest.raises(TableError):
        create_import(
            target=ImportTarget.STUDENTS, file=ContentFile(b"", name="a.csv"), name="a.csv"
        )

    assert not ImportFile.objects.exists()

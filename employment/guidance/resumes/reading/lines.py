"""Extracted text as lines in reading order: columns one after the other, wrapped lines joined."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from employment.guidance.resumes.reading.columns import (
    BULLET,
    NUMBERED,
    Segment,
    find_gutter,
    segments_of,
)
from employment.guidance.resumes.reading.dates import find_day, find_period
from employment.guidance.resumes.reading.glyphs import PICTOGRAM, plain
from employment.guidance.resumes.reading.headings import heading_of
from employment.guidance.resumes.reading.margin import parts_of_form
from employment.guidance.resumes.reading.sandbox import Extract, Fragment, Row

WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]")
_PAGE_NUMBER = re.compile(
    r"(?:第\s*)?\d{1,2}\s*(?:/|页|of)\s*(?:共\s*)?\d{0,2}\s*页?|[Pp]age \d+.*"
)
_WIDE_GAP = re.compile(r"[^\S\t\n]*[\u2002\u2003\u3000][^\S\t\n]*|[^\S\t\n]{3,}")
_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff])[^\S\t\n]+(?=[\u4e00-\u9fff])")
_SPREAD_WORD = re.compile(r"\s*[\u4e00-\u9fff](?:[^\S\t\n]+[\u4e00-\u9fff])+\s*(?:[:：]|$)")
_ICON_FIRST = re.compile(rf"^\s*{PICTOGRAM}+\s*(?=[^\s\d+])")
_A4 = 595.0
_ROW_GAP = 2.4
_CROWD = 4
_LOOSE = 1.3
_TIGHT = 0.8
_ORPHAN = 2


@dataclass(frozen=True, slots=True)
class Line:
    """``number`` counts from 1 in reading order; a tab parts what stands apart on one row.
    ``x`` is where a PDF's line begins, dates before it left aside."""

    number: int
    text: str
    size: float = 0.0
    style: str = ""
    is_bullet: bool = False
    in_table: bool = False
    x: float = 0.0


def to_lines(extract: Extract) -> tuple[list[Line], frozenset[str]]:
    """The lines, and codes of what may have mixed them up: ``two_columns``, ``tables``."""
    lines, doubts = _pdf(extract.fragments) if extract.fragments else _docx(extract.rows)
    kept = (one for one in lines if not _PAGE_NUMBER.fullmatch(one.text.strip()))
    return [replace(one, number=n) for n, one in enumerate(kept, 1)], frozenset(doubts)


def _line(text: str, *, is_bullet: bool = False, **told: object) -> Line:
    text = plain(text)
    found = BULLET.match(text) or NUMBERED.match(text)
    cleaned = text[found.end() :] if found else text
    return Line(0, _tidy(cleaned), is_bullet=bool(found) or is_bullet, **told)  # type: ignore[arg-type]


def _tidy(text: str) -> str:
    """Wide gaps become tabs, unless they only spread the letters of a word: 姓　名."""
    text = _SPREAD.sub("", text) if _SPREAD_WORD.match(text) else text
    text = re.sub(r"[^\S\t]+", " ", _WIDE_GAP.sub("\t", text))
    return _ICON_FIRST.sub("", re.sub(r" *\t[ \t]*", "\t", text)).strip()


def _docx(rows: Sequence[Row]) -> tuple[list[Line], set[str]]:
    lines: list[Line] = []
    doubts: set[str] = set()
    for row in rows:
        if row.in_table:
            doubts.add("tables")
            if _is_columns(row):
                doubts.add("two_columns")
            lines += (_line(text, in_table=True) for text in _table_lines(row))
        else:
            text = row.cells[0][0]
            lines.append(_line(text, is_bullet=row.is_bullet, size=row.size, style=row.style))
    return lines, doubts


def _is_columns(row: Row) -> bool:
    """Whole parts of the resume side by side."""
    with_headings = [c for c in row.cells if len(c) > 2 and any(heading_of(t) for t in c)]
    return len(with_headings) > 1


def _table_lines(row: Row) -> Iterator[str]:
    """Cells side by side where one of them at most has more to say: date, then what was done."""
    long = [cell for cell in row.cells if len(cell) > 1]
    is_headed = len(row.cells) > 1 and len(row.cells[0]) == 1 and heading_of(row.cells[0][0])
    if is_headed or len(long) > 1 or (long and any(heading_of(text) for text in long[0])):
        yield from (text for cell in row.cells for text in cell)
    else:
        yield "\t".join(cell[0] for cell in row.cells)
        yield from (text for cell in long for text in cell[1:])


def _pdf(fragments: Sequence[Fragment]) -> tuple[list[Line], set[str]]:
    lines: list[Line] = []
    doubts: set[str] = set()
    seen: set[tuple[int, int, str]] = set()
    for number, page in groupby(fragments, key=lambda one: one.page):
        segments = [s for s in segments_of(list(page)) if not number or _spot(s) not in seen]
        seen |= {_spot(s) for s in segments if not number}
        if form := parts_of_form(segments):
            doubts.add("tables")
        gutter, top = (0.0, 0.0) if form else find_gutter(segments)
        if gutter:
            doubts.add("two_columns")
        above = [s for s in segments if s.y >= top]
        left = [s for s in segments if s.y < top and s.x < gutter]
        right = [s for s in segments if s.y < top and s.x >= gutter]
        margin = _right_margin(segments)
        for column in form or ((above, left, right) if gutter else (segments,)):
            limit = gutter - 12 if gutter and column is left else margin
            lines += _column_lines(column, _crowded_edge(column) or limit)
    return lines, doubts


def _spot(segment: Segment) -> tuple[int, int, str]:
    """Text that stands at one spot of the first page and of another is a running head."""
    return round(segment.x), round(segment.y), segment.text


def _right_margin(segments: Sequence[Segment]) -> float:
    """As far from the right of an A4 page as the text is from the left, or what goes beyond."""
    leftmost = min((s.x for s in segments), default=0.0)
    return max(_A4 - leftmost, max((s.end for s in segments), default=0.0))


def _crowded_edge(segments: Sequence[Segment]) -> float:
    """Where several lines end alike, as full ones and dates on the right do; else 0."""
    right = max((s.end for s in segments), default=0.0)
    near = [s for s in segments if s.end > right - 1.2 * s.size]
    return right if len(near) >= _CROWD else 0.0


def _column_lines(segments: Sequence[Segment], right: float) -> list[Line]:
    rows = _rows_of(segments)
    lines: list[Line] = []
    before: list[Segment] = []
    pitch, apart = _pitch(rows), 0.0
    for row in _headings_apart(_whole_dates(rows)):
        text = "\t".join(s.text.strip() for s in row)
        if before and lines and _continues(before, row, lines[-1], (right, pitch, apart)):
            lines[-1] = replace(lines[-1], text=_joined(lines[-1].text, text))
            before = [replace(row[0], x=before[-1].x)]
        else:
            lines.append(_line(text, size=row[0].size, x=_start_of(row)))
            apart = before[-1].y - row[0].y if before else 0.0
            before = row
    return lines


def _pitch(rows: Sequence[list[Segment]]) -> float:
    """The least distance of two rows of one size, by the size."""
    return min(
        (
            (one[0].y - other[0].y) / one[0].size
            for one, other in pairwise(rows)
            if abs(one[0].size - other[0].size) < 0.3 and one[0].y - other[0].y > one[0].size
        ),
        default=_ROW_GAP,
    )


def _start_of(row: Sequence[Segment]) -> float:
    """Where the words begin that follow a date."""
    period = find_period(row[0].text) or find_day(row[0].text)
    is_date = period is not None and not re.sub(r"[\W_]", "", _without(row[0].text, period.at))
    return row[1].x if is_date and len(row) > 1 else row[0].x


def _without(text: str, at: tuple[int, int]) -> str:
    return text[: at[0]] + text[at[1] :]


def _whole_dates(rows: Sequence[list[Segment]]) -> list[list[Segment]]:
    """A date wrapped in a narrow column is put together again: Sep 2023 – May / 2027."""
    whole: list[list[Segment]] = []
    for row in rows:
        above = whole[-1][0] if whole else None
        if above and len(whole[-1]) > 1 and _is_aligned(above, row[0]):
            both = f"{above.text.strip()} {row[0].text.strip()}"
            is_date = find_period(both) and not find_period(above.text)
            if is_date and len(row[0].text.strip()) < 12 and above.end < whole[-1][1].x:
                whole[-1][0] = replace(above, text=both)
                row = row[1:]
        if row:
            whole.append(list(row))
    return whole


def _is_aligned(above: Segment, below: Segment) -> bool:
    return abs(above.x - below.x) < 3 or abs(above.end - below.end) < 0.6 * below.size


def _headings_apart(rows: Iterable[list[Segment]]) -> Iterator[list[Segment]]:
    """A heading in the margin stands beside the first row of its section."""
    for row in rows:
        is_beside = len(row) > 1 and heading_of(row[0].text) not in {"", "target"}
        yield from (row[:1], row[1:]) if is_beside else (row,)


def _rows_of(segments: Iterable[Segment]) -> list[list[Segment]]:
    ordered = sorted(segments, key=lambda s: (-s.y, s.x))
    rows = (list(row) for _, row in groupby(ordered, key=lambda s: s.y))
    return [
        row for row in rows if not _PAGE_NUMBER.fullmatch(" ".join(s.text for s in row).strip())
    ]


def _continues(
    before: list[Segment], row: list[Segment], line: Line, space: tuple[float, float, float]
) -> bool:
    """A wrapped line: below a bullet further in, else below a line that reaches the margin.
    ``space`` is that margin, the least distance of rows by their size, and the line's distance
    from the one above it."""
    right, pitch, apart = space
    text, size = row[0].text, row[0].size
    if len(row) > 1 or BULLET.match(text) or NUMBERED.match(text) or heading_of(text):
        return False
    if abs(size - before[-1].size) > 0.3 or heading_of(line.text):
        return False
    gap = before[-1].y - row[0].y
    if gap > _ROW_GAP * size:
        return False
    if line.is_bullet and row[0].x > before[0].x + 3:
        return len(before) == 1 or row[0].x <= before[-1].x + 3
    next_word = text[:1] if WIDE.match(text) else text.split()[0]
    is_full = before[-1].end + _width(next_word, size) > right - size
    is_orphan = len(before) > 1 and len(text.strip()) <= _ORPHAN and bool(WIDE.match(text))
    is_close = gap <= _LOOSE * pitch * size
    is_tight = line.is_bullet and gap < _TIGHT * apart
    return (is_full or is_orphan or is_tight) and is_close and abs(row[0].x - before[-1].x) < 3


def _width(text: str, size: float) -> float:
    """Estimated: of a word that might have stood there."""
    return size * sum(_em(char) for char in text)


def _em(char: str) -> float:
    if WIDE.match(char):
        return 1.0
    if char in " .,;:'!|ijlI()[]":
        return 0.28
    if char in "mwMW@%":
        return 0.85
    if char in "ftr-/":
        return 0.37
    return 0.65 if char.isupper() else 0.56


def _joined(first: str, second: str) -> str:
    is_wide = WIDE.match(first[-1:]) or WIDE.match(second[:1])
    return first + ("" if is_wide else " ") + second

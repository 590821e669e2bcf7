"""Extracted text as lines in reading order: columns one after the other, wrapped lines joined."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from employment.guidance.resumes.reading.headings import heading_of
from employment.guidance.resumes.reading.sandbox import Extract, Fragment, Row

_BULLET = re.compile(r"^\s*[•●·▪■◆◇○▶►➢✓✔*\-–—‣⁃]\s*(?=\S)")
_NUMBERED = re.compile(r"^\s*(?:(?:\d{1,2}[.、)）]|[(（]\d{1,2}[)）])(?:\s+|(?=\D))|[①-⑳]\s*)")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]")
_PAGE_NUMBER = re.compile(
    r"(?:第\s*)?\d{1,2}\s*(?:/|页|of)\s*(?:共\s*)?\d{0,2}\s*页?|[Pp]age \d+.*"
)
_CELL_GAP = 0.85
_BULLET_GAP = 3.0
_A4 = 595.0
_ROW_GAP = 2.4
_SPACE_GAP = 0.18
_FAR_RIGHT = 60
_FEWEST = 6


@dataclass(frozen=True, slots=True)
class Line:
    """``number`` counts from 1 in reading order; a tab parts what stands apart on one row."""

    number: int
    text: str
    size: float = 0.0
    style: str = ""
    is_bullet: bool = False
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class _Segment:
    x: float
    end: float
    y: float
    size: float
    text: str


def to_lines(extract: Extract) -> tuple[list[Line], frozenset[str]]:
    """The lines, and codes of what may have mixed them up: ``two_columns``, ``tables``."""
    lines, doubts = _pdf(extract.fragments) if extract.fragments else _docx(extract.rows)
    kept = (one for one in lines if not _PAGE_NUMBER.fullmatch(one.text.strip()))
    return [replace(one, number=n) for n, one in enumerate(kept, 1)], frozenset(doubts)


def _line(text: str, *, is_bullet: bool = False, **told: object) -> Line:
    found = _BULLET.match(text) or _NUMBERED.match(text)
    cleaned = text[found.end() :] if found else text
    return Line(0, _tidy(cleaned), is_bullet=bool(found) or is_bullet, **told)  # type: ignore[arg-type]


def _tidy(text: str) -> str:
    return re.sub(r" *\t[ \t]*", "\t", re.sub(r"[^\S\t]+", " ", text)).strip()


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
    is_headed = len(row.cells) > 1 and len(row.cells[0]) == 1 and heading_of(row.cells[0][0])
    if is_headed or any(len(cell) > 2 for cell in row.cells):
        yield from (text for cell in row.cells for text in cell)
    else:
        yield "\t".join(text for cell in row.cells for text in cell)


def _pdf(fragments: Sequence[Fragment]) -> tuple[list[Line], set[str]]:
    lines: list[Line] = []
    doubts: set[str] = set()
    for _, page in groupby(fragments, key=lambda one: one.page):
        segments = list(_segments(list(page)))
        gutter, top = _find_gutter(segments)
        if gutter:
            doubts.add("two_columns")
        above = [s for s in segments if s.y >= top]
        left = [s for s in segments if s.y < top and s.x < gutter]
        right = [s for s in segments if s.y < top and s.x >= gutter]
        margin = _right_margin(segments)
        for column in (above, left, right) if gutter else (segments,):
            lines += _column_lines(column, gutter - 12 if gutter and column is left else margin)
    return lines, doubts


def _right_margin(segments: Sequence[_Segment]) -> float:
    """As far from the right of an A4 page as the text is from the left, or what goes beyond."""
    leftmost = min((s.x for s in segments), default=0.0)
    return max(_A4 - leftmost, max((s.end for s in segments), default=0.0))


def _segments(fragments: list[Fragment]) -> Iterator[_Segment]:
    """Fragments of one height and size that stand close together are one piece of text."""
    for row in _by_height(fragments):
        height = max(piece.y for piece in row)
        current: _Segment | None = None
        for piece in sorted(row, key=lambda one: one.x):
            text = piece.text.replace("\n", " ")
            end = piece.x + _width(text.strip(), piece.size)
            if current and _is_near(current, piece):
                gap = piece.x - current.end
                glue = " " if gap > _SPACE_GAP * piece.size else ""
                joined = (
                    current.text + (glue if not current.text.endswith(" ") else "") + text.strip()
                )
                joined += " " if text.endswith(" ") else ""
                current = replace(current, end=end, text=joined)
            else:
                if current:
                    yield current
                trailing = " " if text.endswith(" ") else ""
                current = _Segment(piece.x, end, height, piece.size, text.strip() + trailing)
        if current:
            yield current


def _by_height(fragments: list[Fragment]) -> list[list[Fragment]]:
    rows: list[list[Fragment]] = []
    for piece in sorted(fragments, key=lambda one: (-one.y, one.x)):
        if rows and abs(rows[-1][0].y - piece.y) < 0.35 * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _is_near(current: _Segment, piece: Fragment) -> bool:
    if max(piece.size, current.size) > 1.25 * min(piece.size, current.size):
        return False
    mark = current.text.strip() + " x"
    found = _BULLET.match(mark) or _NUMBERED.match(mark)
    is_bullet = bool(found and found.end() >= len(mark) - 1)
    return piece.x - current.end < (_BULLET_GAP if is_bullet else _CELL_GAP) * piece.size


def _width(text: str, size: float) -> float:
    """Estimated: a PDF's reader does not tell the width of what it shows."""
    return size * sum(_em(char) for char in text)


def _em(char: str) -> float:
    if _WIDE.match(char):
        return 1.0
    if char in " .,;:'!|ijlI()[]":
        return 0.28
    if char in "mwMW@%":
        return 0.85
    if char in "ftr-/":
        return 0.37
    return 0.65 if char.isupper() else 0.56


def _find_gutter(segments: Sequence[_Segment]) -> tuple[float, float]:
    """Where a second column begins and below which height, (0, 0) where there is one column.

    A heading on either side tells columns from dates that stand at the right margin.
    """
    leftmost = min((s.x for s in segments), default=0.0)
    headings = [s for s in segments if heading_of(s.text)]
    starts = sorted({s.x for s in headings if s.x > leftmost + _FAR_RIGHT})
    for start in starts:
        gutter = start - 2
        crossing = [s for s in segments if s.x < gutter < s.end - s.size]
        top = min((s.y for s in crossing), default=max(s.y for s in segments) + 1)
        left = [s for s in segments if s.y < top and s.x < gutter]
        right = [s for s in segments if s.y < top and s.x >= gutter]
        both = any(s in headings for s in left) and any(s in headings for s in right)
        if both and min(len(left), len(right)) >= 3 and len(left) + len(right) >= _FEWEST:
            return gutter, top
    return 0.0, 0.0


def _column_lines(segments: Sequence[_Segment], right: float) -> list[Line]:
    rows = _rows_of(segments)
    lines: list[Line] = []
    before: list[_Segment] = []
    for row in _headings_apart(rows):
        text = "\t".join(s.text.strip() for s in row)
        if before and lines and _continues(before, row, lines[-1], right):
            lines[-1] = replace(lines[-1], text=_joined(lines[-1].text, text))
            before = [replace(row[0], x=before[0].x)]
        else:
            lines.append(_line(text, size=row[0].size))
            before = row
    return lines


def _headings_apart(rows: Iterable[list[_Segment]]) -> Iterator[list[_Segment]]:
    """A heading in the margin stands beside the first row of its section."""
    for row in rows:
        is_beside = len(row) > 1 and heading_of(row[0].text)
        yield from (row[:1], row[1:]) if is_beside else (row,)


def _rows_of(segments: Iterable[_Segment]) -> list[list[_Segment]]:
    ordered = sorted(segments, key=lambda s: (-s.y, s.x))
    rows = (list(row) for _, row in groupby(ordered, key=lambda s: s.y))
    return [
        row for row in rows if not _PAGE_NUMBER.fullmatch(" ".join(s.text for s in row).strip())
    ]


def _continues(before: list[_Segment], row: list[_Segment], line: Line, right: float) -> bool:
    """A wrapped line: below a bullet further in, else below a line that reaches the margin."""
    text = row[0].text
    if len(row) > 1 or _BULLET.match(text) or _NUMBERED.match(text) or heading_of(text):
        return False
    if abs(row[0].size - before[-1].size) > 0.3 or heading_of(line.text):
        return False
    if before[-1].y - row[0].y > _ROW_GAP * row[0].size:
        return False
    if line.is_bullet:
        return row[0].x > before[0].x + 3
    next_word = text[:1] if _WIDE.match(text) else text.split()[0]
    is_full = before[-1].end + _width(next_word, row[0].size) > right - row[0].size
    return is_full and len(before) == 1 and abs(row[0].x - before[0].x) < 3


def _joined(first: str, second: str) -> str:
    is_wide = _WIDE.match(first[-1:]) or _WIDE.match(second[:1])
    return first + ("" if is_wide else " ") + second

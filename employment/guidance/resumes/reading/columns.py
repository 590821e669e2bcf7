"""A PDF page's text as pieces, and the columns that they stand in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from employment.guidance.resumes.reading.glyphs import plain
from employment.guidance.resumes.reading.headings import heading_of
from employment.guidance.resumes.reading.sandbox import Fragment

BULLET = re.compile(
    r"^\s*(?:[•●·∙・▪■□◆◇◦○◎▶►▸➢➤❖★☆✓✔☑*\-‒–—‣⁃§Ø\ue000-\uf8ff](?:\s+|(?=\S))|[oq]\s+(?=[A-Z\u4e00-\u9fff]))(?=\S)"
)
NUMBERED = re.compile(r"^\s*(?:(?:\d{1,2}[.、)）]|[(（]\d{1,2}[)）])(?:\s+|(?=\D))|[①-⑳]\s*)")
_CELL_GAP = 0.6
_BULLET_GAP = 3.0
_SPACE_GAP = 0.18
_FAR_RIGHT = 60
_FEWEST = 6


@dataclass(frozen=True, slots=True)
class Segment:
    x: float
    end: float
    y: float
    size: float
    text: str


def segments_of(fragments: list[Fragment]) -> Iterator[Segment]:
    """Fragments of one height and size that stand close together are one piece of text."""
    for row in _by_height(fragments):
        height = max(piece.y for piece in row)
        current: Segment | None = None
        for piece in sorted(row, key=lambda one: one.x):
            text, end = plain(piece.text.replace("\n", " ")), piece.end
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
                current = Segment(piece.x, end, height, piece.size, text.strip() + trailing)
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


def _is_near(current: Segment, piece: Fragment) -> bool:
    if max(piece.size, current.size) > 1.25 * min(piece.size, current.size):
        return False
    mark = current.text.strip() + " x"
    found = BULLET.match(mark) or NUMBERED.match(mark)
    is_bullet = bool(found and found.end() >= len(mark) - 1)
    return piece.x - current.end < (_BULLET_GAP if is_bullet else _CELL_GAP) * piece.size


def find_gutter(segments: Sequence[Segment]) -> tuple[float, float]:
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

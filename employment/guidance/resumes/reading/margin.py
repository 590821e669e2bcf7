"""Forms with the section's name in a margin cell of its own, set to the middle of its rows."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from employment.guidance.resumes.reading.columns import Segment
from employment.guidance.resumes.reading.dates import find_day
from employment.guidance.resumes.reading.headings import heading_of

_FEWEST = 3
_ALIGNED = 22
_WRAPPED = 1.8
_OFF = 0.9
Part = list[Segment]


def parts_of_form(segments: Sequence[Segment]) -> list[Part]:
    """What stands above, then each name with its rows; nothing where the page is no such form."""
    names = [s for s in segments if heading_of(s.text)]
    leftmost = min((s.x + s.end for s in names), default=0.0) / 2
    names = [s for s in names if (s.x + s.end) / 2 < leftmost + _ALIGNED]
    if len(names) < _FEWEST:
        return []
    edge = max(s.end for s in names)
    margin = [s for s in segments if s.x < edge]
    if any(s.end > edge + 1 or find_day(s.text) for s in margin if s.y <= names[0].y):
        return []
    labels = _joined_labels([s for s in margin if s.y <= names[0].y])
    plain = [s.y for s in margin if s.y > names[0].y]
    body = [s for s in segments if s.x >= edge and s.y < min(plain, default=9e9) - 1]
    rows = [list(row) for _, row in groupby(body, key=lambda s: s.y)]
    shared = _share(labels, rows) if rows else []
    starts = [part[0].y - name[0].y for name, part in zip(shared[::2], shared[1::2], strict=True)]
    if max(starts, default=0.0) < 0.5 * labels[0].size:
        return []  # each name stands beside its first row: reading by rows is right
    above = [s for s in segments if (s.y > names[0].y if s in margin else s not in body)]
    return [above, *shared] if shared else []


def _joined_labels(margin: Sequence[Segment]) -> list[Segment]:
    """证书/语 over 言 is one name."""
    labels: list[Segment] = []
    for piece in margin:
        last = labels[-1] if labels else None
        if last and not heading_of(piece.text) and last.y - piece.y < _WRAPPED * piece.size:
            whole = last.text.strip() + piece.text.strip()
            labels[-1] = replace(last, text=whole, y=(last.y + piece.y) / 2)
        else:
            labels.append(piece)
    return labels


def _share(labels: Sequence[Segment], rows: Sequence[Part]) -> list[Part]:
    """Each name takes the rows of which it stands in the middle."""
    parts: list[Part] = []
    at = 0
    for number, label in enumerate(labels):
        if at >= len(rows):
            return []
        goal = 2 * label.y - rows[at][0].y
        is_last = number == len(labels) - 1
        end = len(rows) - 1 if is_last else min(
            range(at, len(rows)), key=lambda n: abs(rows[n][0].y - goal)
        )  # fmt: skip
        if not is_last and abs(rows[end][0].y - goal) > _OFF * label.size:
            return []
        parts += [[label], [s for row in rows[at : end + 1] for s in row]]
        at = end + 1
    return parts

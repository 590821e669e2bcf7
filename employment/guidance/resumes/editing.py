"""From the fields of the editor to the content and back; every function is pure.

A field is named by its place: ``contact.name``, ``summary``, ``experience.0.title``,
``experience.0.lines.2``, ``skills.1.level``, ``certificates.0``. Places need not be consecutive:
what is empty falls away, and ``Parsed.places`` says where on the page each kept piece stands.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from employment.guidance.resumes.content import SECTIONS, Contact, Entry, ResumeContent, Skill
from employment.guidance.resumes.enums import Operation

MAX_ENTRIES = 30
MAX_LINES = 20
MAX_TEXT = 600
MAX_SUMMARY = 1500
LISTS = ("certificates", "languages")
_DATE = re.compile(r"^\s*((?:19|20)\d{2})\s*(?:[-./年]\s*(\d{1,2})\s*月?)?\s*$")
Place = tuple[str, int, int]  # section, entry, line; -1 where there is none


@dataclass(frozen=True, slots=True)
class Parsed:
    """``places``: where a piece of the content stands on the page. ``bad_dates``: page places."""

    content: ResumeContent
    places: Mapping[Place, Place]
    bad_dates: tuple[Place, ...] = ()


def parse_fields(data: Mapping[str, str], before: ResumeContent) -> Parsed:
    """What the page's fields say; a section without fields stays as it was before."""
    places: dict[Place, Place] = {}
    bad: list[Place] = []
    found: dict[str, Any] = {}
    for section in SECTIONS:
        found[section] = _entries(section, data, places, bad)
    found["skills"] = _skills(data, places)
    for name in LISTS:
        rows = [(at, _text(data, f"{name}.{at}")) for at in _numbers(data, name)]
        kept = [(at, text) for at, text in rows if text]
        places |= {(name, new, -1): (name, at, -1) for new, (at, _t) in enumerate(kept)}
        found[name] = tuple(text for _at, text in kept)
    content = ResumeContent(
        contact=_contact(data),
        target=_text(data, "target"),
        summary=_text(data, "summary", MAX_SUMMARY),
        order=before.order,
        **found,
    )
    return Parsed(content, places, tuple(bad))


def normal_date(text: str) -> str | None:
    """``2026.3`` or ``2026年3月`` as ``2026-03``; None where it is not a month or a year."""
    if not text.strip():
        return ""
    match = _DATE.match(text)
    if not match:
        return None
    year, month = match.groups()
    if month is None:
        return year
    return f"{year}-{int(month):02d}" if 1 <= int(month) <= 12 else None


def apply_operation(
    content: ResumeContent, operation: Operation, section: str, at: int, line: int = -1
) -> ResumeContent:
    """The content after a button; a place that does not exist changes nothing."""
    if operation in (Operation.SECTION_UP, Operation.SECTION_DOWN):
        order = list(content.order)
        if section in order:
            _swap(order, order.index(section), -1 if operation is Operation.SECTION_UP else 1)
        return replace(content, order=tuple(order))
    if operation is Operation.ADD or section not in {*SECTIONS, "skills", *LISTS}:
        return content
    rows = list(getattr(content, section))
    if line >= 0 and section in SECTIONS and 0 <= at < len(rows):
        lines = list(rows[at].lines)
        _change(lines, operation, line)
        rows[at] = replace(rows[at], lines=tuple(lines))
    else:
        _change(rows, operation, at)
    changes: dict[str, Any] = {section: tuple(rows)}
    return replace(content, **changes)


def replace_line(
    content: ResumeContent, section: str, at: int, line: int, *, before: str, after: str
) -> ResumeContent | None:
    """With one bullet line in another wording; None where ``before`` no longer stands there."""
    rows = list(getattr(content, section)) if section in SECTIONS else []
    if not (0 <= at < len(rows) and 0 <= line < len(rows[at].lines)):
        return None
    if rows[at].lines[line] != before or not after.strip():
        return None
    lines = list(rows[at].lines)
    lines[line] = " ".join(after.split())[:MAX_TEXT]
    rows[at] = replace(rows[at], lines=tuple(lines))
    changes: dict[str, Any] = {section: tuple(rows)}
    return replace(content, **changes)


def _change(rows: list[Any], operation: Operation, at: int) -> None:
    if not 0 <= at < len(rows):
        return
    if operation is Operation.REMOVE:
        del rows[at]
    else:
        _swap(rows, at, -1 if operation is Operation.UP else 1)


def _swap(rows: list[Any], at: int, step: int) -> None:
    other = at + step
    if 0 <= other < len(rows):
        rows[at], rows[other] = rows[other], rows[at]


def _text(data: Mapping[str, str], name: str, limit: int = MAX_TEXT) -> str:
    text = data.get(name, "").replace("\x00", "")
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)[:limit]


def _numbers(data: Mapping[str, str], prefix: str) -> list[int]:
    start = f"{prefix}."
    found = {name[len(start) :].split(".")[0] for name in data if name.startswith(start)}
    return sorted(int(n) for n in found if n.isascii() and n.isdigit() and len(n) < 4)


def _contact(data: Mapping[str, str]) -> Contact:
    links = tuple(_text(data, "contact.links").splitlines()[:5])
    texts = {name: _text(data, f"contact.{name}", 120) for name in ("name", "phone", "email")}
    return Contact(links=links, city=_text(data, "contact.city", 120), **texts)


def _entries(
    section: str, data: Mapping[str, str], places: dict[Place, Place], bad: list[Place]
) -> tuple[Entry, ...]:
    rows: list[Entry] = []
    for at in _numbers(data, section)[:MAX_ENTRIES]:
        numbers = _numbers(data, f"{section}.{at}.lines")[:MAX_LINES]
        lines = [(n, " ".join(_text(data, f"{section}.{at}.lines.{n}").split())) for n in numbers]
        kept = [(n, text) for n, text in lines if text]
        entry, is_bad = _entry(data, f"{section}.{at}", tuple(text for _n, text in kept))
        if entry == Entry():
            continue
        bad += [(section, at, -1)] if is_bad else []
        places[section, len(rows), -1] = (section, at, -1)
        for new, (old, _line) in enumerate(kept):
            places[section, len(rows), new] = (section, at, old)
        rows.append(entry)
    return tuple(rows)


def _entry(data: Mapping[str, str], prefix: str, lines: tuple[str, ...]) -> tuple[Entry, bool]:
    """The entry, and whether a date could not be read; it is kept as written."""
    dates = {name: _text(data, f"{prefix}.{name}", 20) for name in ("start", "end")}
    read = {name: normal_date(text) for name, text in dates.items()}
    texts = {name: _text(data, f"{prefix}.{name}", 200) for name in ("title", "organisation")}
    entry = Entry(
        detail=_text(data, f"{prefix}.detail", 200),
        start=dates["start"] if read["start"] is None else read["start"],
        end=dates["end"] if read["end"] is None else read["end"],
        current=bool(data.get(f"{prefix}.current")),
        lines=lines,
        **texts,
    )
    return entry, None in read.values()


def _skills(data: Mapping[str, str], places: dict[Place, Place]) -> tuple[Skill, ...]:
    rows: list[Skill] = []
    for at in _numbers(data, "skills")[: 2 * MAX_ENTRIES]:
        row = Skill(**{f.name: _text(data, f"skills.{at}.{f.name}", 300) for f in fields(Skill)})
        if row.name:
            places["skills", len(rows), -1] = ("skills", at, -1)
            rows.append(row)
    return tuple(rows)


def fields_of(content: ResumeContent) -> dict[str, str]:
    """The content as the editor's fields; ``parse_fields`` reads it back."""
    found = {f"contact.{k}": v for k, v in asdict(content.contact).items() if k != "links"}
    found |= {"contact.links": "\n".join(content.contact.links)}
    found |= {"target": content.target, "summary": content.summary}
    for section in SECTIONS:
        for at, entry in enumerate(getattr(content, section)):
            plain = {k: v for k, v in asdict(entry).items() if k not in ("lines", "current")}
            found |= {f"{section}.{at}.{key}": value for key, value in plain.items()}
            found |= {f"{section}.{at}.current": "1"} if entry.current else {}
            found |= {f"{section}.{at}.lines.{n}": text for n, text in enumerate(entry.lines)}
    for at, skill in enumerate(content.skills):
        found |= {f"skills.{at}.{key}": value for key, value in asdict(skill).items()}
    for name in LISTS:
        found |= {f"{name}.{at}": text for at, text in enumerate(getattr(content, name))}
    return found


def tidy(content: ResumeContent) -> ResumeContent:
    """As the editor would save it: lengths, dates and empty parts. Raises ``ValueError`` where a
    part is not text or a section is not known."""
    if sorted(content.order) != sorted(ResumeContent().order):
        raise ValueError("the order names other sections")
    read = fields_of(content)
    if not all(isinstance(text, str) for text in read.values()):
        raise ValueError("a part is not text")
    return parse_fields(read, content).content

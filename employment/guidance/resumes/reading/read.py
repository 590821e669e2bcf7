"""From a file's bytes to a proposed resume. Nothing is kept: neither text nor file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from employment.guidance.resumes.content import Contact, Entry, ResumeContent
from employment.guidance.resumes.reading.contact import read_contact
from employment.guidance.resumes.reading.entries import read_awards, read_entries
from employment.guidance.resumes.reading.found import PLACED, Found, found
from employment.guidance.resumes.reading.headings import heading_of, leading_heading
from employment.guidance.resumes.reading.items import Items, joined, read_items
from employment.guidance.resumes.reading.lines import Line, to_lines
from employment.guidance.resumes.reading.refusals import Reason, RefusedFileError
from employment.guidance.resumes.reading.sandbox import extract

_ENTRIES = ("education", "experience", "projects", "campus")
_LISTS = ("skills", "certificates", "languages", "mixed")
_DOUBTS: dict[str, Promise] = {
    "two_columns": _("The resume has two columns; lines of one may stand in the other."),
    "tables": _("The resume is set in tables; check which text belongs together."),
    "unknown_section": _("This part was not recognised and is left out: “{detail}”."),
    "no_sections": _("No section was recognised; only the contacts could be read."),
    "nothing_after_heading": _("Nothing was found under “{detail}”."),
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to look twice. ``lines`` are the text it is about."""

    code: str
    detail: str = ""
    lines: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        return str(_DOUBTS[self.code]).replace("{detail}", self.detail)


@dataclass(frozen=True, slots=True)
class Reading:
    """``found`` names each field's source; ``left_out`` are the lines no field took."""

    content: ResumeContent
    language: str
    found: tuple[Found, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[str, ...] = ()

    def source(self, path: str) -> Found | None:
        return next((one for one in self.found if one.path == path), None)


@dataclass(slots=True)
class _Section:
    name: str
    title: str
    lines: list[Line] = field(default_factory=list)


def read_resume(name: str, content: bytes) -> Reading:
    """The proposal for a docx or PDF; raises ``RefusedFileError``. ``name`` is not trusted: what
    the file is, its bytes say."""
    lines, doubts = to_lines(extract(content))
    if not lines:
        raise RefusedFileError(Reason.NO_TEXT)
    sections = _sections(lines)
    return _reading(sections, [Doubt(code) for code in sorted(doubts)])


def _sections(lines: Sequence[Line]) -> list[_Section]:
    sections = [_Section("contact", "")]
    looks = {(line.size, line.style) for line in lines if heading_of(line.text)}
    body = median(line.size for line in lines)
    for line in lines:
        name, rest = heading_of(line.text), ""
        if not name:
            name, rest = leading_heading(line.text)
            name = name if name in {*_LISTS, "target"} and _may_lead(name, sections[-1]) else ""
        if not name and _is_strange_heading(line, looks, body) and len(sections) > 1:
            name = "unknown"
        if name:
            sections.append(_Section(name, line.text))
            if rest:
                sections[-1].lines.append(Line(line.number, rest, line.size, line.style))
        else:
            sections[-1].lines.append(line)
    return sections


def _may_lead(name: str, before: _Section) -> bool:
    """A label within a list is no section: 语言：Python among the skills."""
    return before.name in {"contact", "summary", "target"} and (
        name != "target" or before.name != "contact"
    )


def _is_strange_heading(line: Line, looks: set[tuple[float, str]], body: float) -> bool:
    """It looks just as the recognised headings do, and they look unlike the text."""
    is_short = len(line.text) <= 30 and "\t" not in line.text and not line.is_bullet
    stands_out = line.size > body + 0.5 or line.style.startswith(("Heading", "Title"))
    return is_short and stands_out and (line.size, line.style) in looks


def _reading(sections: Sequence[_Section], doubts: list[Doubt]) -> Reading:
    values: dict[str, Any] = {}
    every = [line for section in sections for line in section.lines]
    finds: list[Found] = read_contact(_of(sections, "contact"), every)
    for name in _ENTRIES:
        values[name], places = _read_entries(sections, name)
        finds += places
    values["awards"], places = _all_awards(sections)
    items = Items()
    for section in sections:
        if section.name in _LISTS:
            read_items(section.name, section.lines, items)
    finds += places + items.finds + _texts(sections)
    content = ResumeContent(
        **_person(finds),
        **values,
        skills=tuple(items.skills),
        certificates=tuple(items.certificates),
        languages=tuple(items.languages),
    )
    doubts += _section_doubts(sections)
    left = tuple(x.text for s in sections if s.name in {"unknown", "other"} for x in s.lines)
    return Reading(content, _language(sections), tuple(finds), tuple(doubts), left)


def _of(sections: Sequence[_Section], name: str) -> list[Line]:
    return [line for section in sections if section.name == name for line in section.lines]


def _read_entries(sections: Sequence[_Section], name: str) -> tuple[tuple[Entry, ...], list[Found]]:
    entries: list[Entry] = []
    finds: list[Found] = []
    for section in sections:
        if section.name == name:
            more, places = read_entries(name, section.lines, len(entries))
            entries += more
            finds += places
    return tuple(entries), finds


def _all_awards(sections: Sequence[_Section]) -> tuple[tuple[Entry, ...], list[Found]]:
    entries, finds = read_awards(_of(sections, "awards"))
    return tuple(entries), finds


def _texts(sections: Sequence[_Section]) -> list[Found]:
    finds = []
    for name in ("summary", "target"):
        lines = _of(sections, name)
        if lines:
            text = " ".join(joined(lines)) if lines[0].text.isascii() else "".join(joined(lines))
            finds.append(found(name, text, PLACED, lines[0]))
    return finds


def _person(finds: Sequence[Found]) -> dict[str, Any]:
    first = {one.path: one.value for one in reversed(finds)}
    links = tuple(one.value for one in finds if one.path.startswith("contact.links."))
    names = ("name", "phone", "email", "city")
    contact = Contact(**{n: first.get(f"contact.{n}", "") for n in names}, links=links)
    return {
        "contact": contact,
        "target": first.get("target", ""),
        "summary": first.get("summary", ""),
    }


def _section_doubts(sections: Sequence[_Section]) -> list[Doubt]:
    doubts = [
        Doubt("unknown_section", s.title, tuple(joined(s.lines)))
        for s in sections
        if s.name == "unknown"
    ]
    known = [s for s in sections if s.name not in {"unknown", "contact"}]
    doubts += [Doubt("nothing_after_heading", s.title) for s in known if not s.lines]
    return doubts if known else [*doubts, Doubt("no_sections")]


def _language(sections: Sequence[_Section]) -> str:
    text = "".join(line.text for section in sections for line in section.lines)
    wide = sum(1 for char in text if "\u4e00" <= char <= "\u9fff")
    return "zh" if wide > 0.15 * len(text) else "en"

"""What the rules pass to each other: where a fault is, and what was read there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from employment.guidance.resumes.content import SECTIONS, Entry, ResumeContent

WRITTEN = ("experience", "projects", "campus")
"""Sections whose entries tell in lines what was done."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """``section`` is a field of the content, ``index`` the entry or item in it, ``line`` one of
    the entry's lines, ``field`` the entry's or contact's field. -1 and empty mean the whole."""

    section: str
    index: int = -1
    line: int = -1
    field: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "section": self.section,
            "index": self.index,
            "line": self.line,
            "field": self.field,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """``detail`` completes the advice, such as the right spelling."""

    code: str
    place: Place
    quote: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry with the entry around it."""

    place: Place
    text: str
    entry: Entry


def entries(content: ResumeContent, *sections: str) -> Iterator[tuple[str, int, Entry]]:
    for section in sections or SECTIONS:
        for index, entry in enumerate(getattr(content, section)):
            yield section, index, entry


def lines(content: ResumeContent, *sections: str) -> Iterator[Line]:
    """Lines with words in them; an empty one in the editor is nothing to judge."""
    for section, index, entry in entries(content, *sections):
        for number, text in enumerate(entry.lines):
            if text.strip():
                yield Line(Place(section, index, number), text, entry)


def texts(content: ResumeContent) -> Iterator[tuple[Place, str]]:
    """Every text a reader sees, in the order of the content's fields; empty ones are left out."""
    return ((place, text) for place, text in _all_texts(content) if text.strip())


def _all_texts(content: ResumeContent) -> Iterator[tuple[Place, str]]:
    for name in ("name", "phone", "email", "city"):
        yield Place("contact", field=name), getattr(content.contact, name)
    yield from _items("contact", content.contact.links, field="links")
    yield Place("target"), content.target
    yield Place("summary"), content.summary
    for section, index, entry in entries(content):
        for name in ("title", "organisation", "detail"):
            yield Place(section, index, field=name), getattr(entry, name)
        for number, text in enumerate(entry.lines):
            yield Place(section, index, number), text
    for index, skill in enumerate(content.skills):
        yield Place("skills", index), " ".join(filter(None, (skill.name, skill.level)))
        yield Place("skills", index, field="evidence"), skill.evidence
    yield from _items("certificates", content.certificates)
    yield from _items("languages", content.languages)


def _items(section: str, items: tuple[str, ...], field: str = "") -> Iterator[tuple[Place, str]]:
    for index, text in enumerate(items):
        yield Place(section, index, field=field), text

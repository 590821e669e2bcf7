"""Two states of a resume, line by line."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from employment.guidance.resumes.content import SECTIONS, Entry, ResumeContent
from employment.guidance.resumes.wording import CONTACT_HEADING, CONTACT_LABELS, SECTION_LABELS
from employment.guidance.rewording.services import Piece, difference


@dataclass(frozen=True, slots=True)
class Row:
    """``kind`` is same, added, removed or changed; ``pieces`` show what changed in a line."""

    section: str
    kind: str
    old: str
    new: str
    pieces: tuple[Piece, ...] = ()

    @property
    def heading(self) -> str:
        return str(SECTION_LABELS.get(self.section, CONTACT_HEADING))


def compare(old: ResumeContent, new: ResumeContent) -> list[Row]:
    """Every line of both in the order of the new one, by section."""
    before, after = dict(text_sections(old)), dict(text_sections(new))
    names = [*after, *(name for name in before if name not in after)]
    return [row for name in names for row in _rows(name, before.get(name, []), after.get(name, []))]


def text_sections(content: ResumeContent) -> Iterator[tuple[str, list[str]]]:
    """Headings with their lines as they are printed; empty sections are left out."""
    contact = [f"{CONTACT_LABELS[n]}: {v}" for n, v in _contact(content) if v]
    yield "contact", [*contact, *([content.target] if content.target else [])]
    for name in content.order:
        lines = section_lines(content, name)
        if lines:
            yield name, lines


def section_lines(content: ResumeContent, name: str) -> list[str]:
    if name == "summary":
        return content.summary.splitlines()
    if name in SECTIONS:
        return [line for entry in getattr(content, name) for line in entry_lines(entry)]
    if name == "skills":
        return [" · ".join(filter(None, (s.name, s.level, s.evidence))) for s in content.skills]
    return list(getattr(content, name, ()))


def entry_lines(entry: Entry) -> list[str]:
    head = " · ".join(filter(None, (entry.organisation, entry.title, entry.detail)))
    dates = " – ".join(filter(None, (entry.start, "…" if entry.current else entry.end)))
    return [line for line in (" · ".join(filter(None, (head, dates))), *entry.lines) if line]


def _contact(content: ResumeContent) -> list[tuple[str, str]]:
    contact = content.contact
    plain = [(n, getattr(contact, n)) for n in ("name", "phone", "email", "city")]
    return [*plain, ("links", " ".join(contact.links))]


def _rows(section: str, old: list[str], new: list[str]) -> Iterator[Row]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield from (Row(section, "same", text, text) for text in new[k:m])
            continue
        both = min(j - i, m - k) if tag == "replace" else 0
        for a, b in zip(old[i : i + both], new[k : k + both], strict=True):
            yield Row(section, "changed", a, b, tuple(difference(a, b)))
        yield from (Row(section, "removed", text, "") for text in old[i + both : j])
        yield from (Row(section, "added", "", text) for text in new[k + both : m])

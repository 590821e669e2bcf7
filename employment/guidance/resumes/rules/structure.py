"""What is missing or too much: contacts, sections, parts of an entry, pages."""

import re
from collections.abc import Iterator
from math import ceil

from employment.guidance.resumes.content import Entry, ResumeContent
from employment.guidance.resumes.rules.findings import WRITTEN, Finding, Place, entries

MOST_LINES = 6
ROWS_PER_PAGE = 52
ROW_WIDTH = {"zh": 44, "en": 92}
PAGES = {"master": 3, "variant": 1}
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PLAYFUL = re.compile(
    r"(?:love|baby|sexy|cute|angel|devil|handsome|boss|king|princess|520|1314|666|xiaokeai|ai_?ni"
    r"|party|gamer|ninja|crazy|lover|hottie|sweet|kitty|bunny|monster|killer|rockstar|superman|batman"
    r"|(?:boy|girl)s?(?:[\d._-]|$))",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"(?:\+?86)?1[3-9]\d{9}")
_ABROAD = re.compile(r"\+(?!86)\d{7,15}")
_LANDLINE = re.compile(r"0\d{9,11}")


def find_structure(content: ResumeContent, language: str, kind: str) -> Iterator[Finding]:
    yield from _contact(content)
    yield from _sections(content)
    for section, index, entry in entries(content):
        yield from _entry(Place(section, index), entry)
    length = pages(content, language)
    if length > PAGES.get(kind, PAGES["variant"]):
        yield Finding("too_many_pages", Place("summary"), detail=str(ceil(length * 10) / 10))


def _contact(content: ResumeContent) -> Iterator[Finding]:
    contact = content.contact
    for field in ("name", "phone", "email"):
        if not getattr(contact, field).strip():
            yield Finding(f"no_{field}", Place("contact", field=field))
    email, phone = contact.email.strip(), re.sub(r"[\s()（）-]", "", contact.phone)
    if email and not _EMAIL.fullmatch(email):
        yield Finding("bad_email", Place("contact", field="email"), email)
    elif _PLAYFUL.search(email.partition("@")[0]):
        yield Finding("playful_email", Place("contact", field="email"), email)
    if phone and not any(form.fullmatch(phone) for form in (_MOBILE, _ABROAD, _LANDLINE)):
        yield Finding("bad_phone", Place("contact", field="phone"), contact.phone)


def _sections(content: ResumeContent) -> Iterator[Finding]:
    if not content.education:
        yield Finding("no_education", Place("education"))
    if not any(getattr(content, section) for section in WRITTEN):
        yield Finding("no_experience", Place("experience"))
    if not content.skills:
        yield Finding("no_skills", Place("skills"))
    if not content.target.strip() and not content.summary.strip():
        yield Finding("no_target", Place("target"))


def _entry(place: Place, entry: Entry) -> Iterator[Finding]:
    name = entry.organisation or entry.title
    if place.section == "education":
        if not entry.organisation:
            yield Finding("no_school", place, entry.title)
        if not entry.title:
            yield Finding("no_major", place, entry.organisation)
        if not entry.detail:
            yield Finding("no_degree", place, name)
    if place.section in {"experience", "campus"} and not entry.organisation:
        yield Finding("no_organisation", place, entry.title)
    if place.section in WRITTEN:
        if not entry.title:
            yield Finding("no_title", place, entry.organisation)
        written = sum(1 for line in entry.lines if line.strip())
        if not written:
            yield Finding("no_lines", place, name)
        if written > MOST_LINES:
            yield Finding("too_many_lines", place, name, str(MOST_LINES))


def pages(content: ResumeContent, language: str) -> float:
    """Estimated A4 pages at 10 pt: wrapped rows, a row a heading and an entry's head."""
    width = ROW_WIDTH[language]
    rows = 4 + _rows(content.summary, width)
    for section in content.order:
        rows += 2 if getattr(content, section, ()) else 0
    for _, _, entry in entries(content):
        rows += 1 + sum(_rows(line, width) for line in entry.lines)
    named = "、".join(skill.name for skill in content.skills)
    return (rows + _rows(named, width) + len(content.certificates)) / ROWS_PER_PAGE


def _rows(text: str, width: int) -> int:
    return ceil(len(text) / width)

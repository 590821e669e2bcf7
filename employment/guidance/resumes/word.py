"""A resume as an editable Word document: one plain layout, with the fonts of its language named."""

import datetime as dt
import io
import re
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from employment.guidance.resumes.content import SECTIONS, Contact, Entry, ResumeContent, Skill
from employment.guidance.resumes.wording import printed_headings, printed_words

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FONTS = {"zh": ("Microsoft YaHei", "Microsoft YaHei"), "en": ("Calibri", "Microsoft YaHei")}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDTH, _MARGIN = Mm(210), Mm(18)
_MUTED, _INK = RGBColor(0x55, 0x60, 0x6A), RGBColor(0x1D, 0x25, 0x2C)
_STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # the same content makes the same file


def resume_docx(content: ResumeContent, *, language: str) -> bytes:
    content = ResumeContent.from_json(_printable(content.to_json()))
    document = _blank(content, language)
    headings, now = printed_headings(language), printed_words(language)["now"]
    document.add_paragraph(content.contact.name, style="Title")
    _add_muted(document, [*_contacts(content.contact), content.target])
    for name in content.order:
        value = getattr(content, name, ())
        if value and name in headings:
            document.add_paragraph(headings[name], style="Heading 1")
            _add_section(document, name, value, now)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _printable(value: Any) -> Any:
    """Without the characters that XML cannot hold."""
    if isinstance(value, dict):
        return {key: _printable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(inner) for inner in value]
    return _UNPRINTABLE.sub("", value) if isinstance(value, str) else value


def _add_section(document: Document, name: str, value: Any, now: str) -> None:
    if name == "summary":
        for line in value.splitlines():
            document.add_paragraph(line)
    elif name in SECTIONS:
        for entry in value:
            _add_entry(document, entry, now)
    elif name == "skills":
        for skill in value:
            _add_skill(document, skill)
    else:
        document.add_paragraph(" · ".join(value))


def _add_entry(document: Document, entry: Entry, now: str) -> None:
    first, second = entry.organisation or entry.title, entry.title if entry.organisation else ""
    head = document.add_paragraph()
    head.paragraph_format.keep_with_next = bool(entry.lines)
    head.paragraph_format.space_before = Pt(4)
    head.paragraph_format.tab_stops.add_tab_stop(_WIDTH - 2 * _MARGIN, WD_TAB_ALIGNMENT.RIGHT)
    head.add_run(first).bold = True
    for more in filter(None, (second, entry.detail)):
        head.add_run(f" · {more}")
    if period := _period(entry, now):
        _mute(head, f"\t{period}")
    for line in entry.lines:
        document.add_paragraph(line, style="List Bullet")


def _add_skill(document: Document, skill: Skill) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run(skill.name).bold = True
    for more in filter(None, (skill.level, skill.evidence)):
        paragraph.add_run(f" · {more}")


def _add_muted(document: Document, parts: list[str]) -> None:
    if text := " · ".join(filter(None, parts)):
        _mute(document.add_paragraph(), text)


def _mute(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(text).font.color.rgb = _MUTED


def _contacts(contact: Contact) -> list[str]:
    return [contact.phone, contact.email, contact.city, *contact.links]


def _period(entry: Entry, now: str) -> str:
    ends = (entry.start, "" if entry.current else entry.end)
    start, end = (text.replace("-", ".") for text in ends)
    return " – ".join(filter(None, (start, now if entry.current else end)))


def _blank(content: ResumeContent, language: str) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, Mm(297)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Mm(16)
    for style, size, after in (("Normal", 10, 2), ("List Bullet", 10, 1), ("Title", 20, 2)):
        _set_style(document, style, language, size, after)
    _set_style(document, "Heading 1", language, 12, 3)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(10)
    properties = document.core_properties
    properties.author = properties.last_modified_by = content.contact.name
    properties.title = f"{content.contact.name} {printed_words(language)['resume']}".strip()
    properties.comments, properties.language = "", {"zh": "zh-CN", "en": "en-US"}[language]
    properties.created = properties.modified = _STAMP
    return document


def _set_style(document: Document, name: str, language: str, size: int, after: int) -> None:
    """The font is named for each script, or Word takes that of its own theme."""
    latin, wide = _FONTS[language]
    style: Any = document.styles[name]
    style.font.name, style.font.size, style.font.color.rgb = latin, Pt(size), _INK
    style.paragraph_format.space_after = Pt(after)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for script, font in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", wide)):
        fonts.set(qn(f"w:{script}"), font)
    said = OxmlElement("w:lang")
    said.set(qn("w:val"), "en-US")
    said.set(qn("w:eastAsia"), "zh-CN")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(said)

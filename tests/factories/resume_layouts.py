"""Layouts that real files have and the thirty of ``resume_files`` lack, from the same contents."""

import io
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from employment.guidance.resumes.content import ResumeContent
from tests.factories.resume_files import EN, ZH, Look, compile_typst, head_lines, period
from tests.factories.resume_people import PEOPLE

LOOK_ZH, LOOK_EN = Look(), Look(headings="en", dates="english")
COMPOSED = {**EN, "education": "Education and Training", "skills": "Digital Skills"}
CHINESE = [one for one in PEOPLE if not one.contact.name.isascii()]
ENGLISH = [one for one in PEOPLE if one.contact.name.isascii()]


def made_layouts() -> Iterator[tuple[str, ResumeContent, bytes]]:
    for number, make in enumerate(LAYOUTS):
        people = ENGLISH if make in (boxed, dates_in_the_margin) else CHINESE
        content = people[number % len(people)]
        yield make.__name__, content, make(content)


def parts(content: ResumeContent, look: Look) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(section, lines); a line is a head, a bullet or a text."""
    for name in content.order:
        value = getattr(content, name)
        if name == "summary":
            lines = [("text", value)] if value else []
        elif name == "skills":
            lines = [("text", ", ".join(skill.name for skill in value))] if value else []
        elif name in {"certificates", "languages"}:
            lines = [("text", text) for text in value]
        elif name == "awards":
            lines = [("head", f"{period(entry, look)}\t{entry.title}") for entry in value]
        else:
            lines = [
                pair
                for entry in value
                for pair in (
                    *(("head", text) for text in head_lines(name, entry, look)),
                    *(("bullet", text) for text in entry.lines),
                )
            ]
        if lines:
            yield name, lines


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def controls(content: ResumeContent) -> bytes:
    """A template filled in: content controls around paragraphs, contacts in the header."""
    document = docx.Document()
    contact = content.contact
    header = document.sections[0].header
    header.paragraphs[0].text = f"☎ {contact.phone}　✉ {contact.email}　⌂ {contact.city}"
    document.add_paragraph().add_run(contact.name).font.size = Pt(20)
    end = document.element.body[-1]
    for name, lines in parts(content, LOOK_ZH):
        document.add_heading(ZH[name], 1)
        inside = "".join(
            f'<w:p><w:r><w:t xml:space="preserve">{"➢ " if role == "bullet" else ""}'
            f"{escape(text).replace(chr(9), '　')}</w:t></w:r></w:p>"
            for role, text in lines
        )
        end.addprevious(
            parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{inside}</w:sdtContent></w:sdt>")
        )
    return saved(document)


def nested(content: ResumeContent) -> bytes:
    """A frame of one column whose rows hold a title and tables for the heads."""
    document = docx.Document()
    contact = content.contact
    document.add_paragraph().add_run(contact.name).font.size = Pt(20)
    document.add_paragraph(f"{contact.phone} | {contact.email} | {contact.city}")
    frame = document.add_table(0, 1)
    for name, lines in parts(content, LOOK_ZH):
        cell = frame.add_row().cells[0]
        cell.text = ZH[name]
        for role, text in lines:
            if role == "head":
                pieces = text.split("\t")
                row = cell.add_table(1, len(pieces)).rows[0]
                for inner, piece in zip(row.cells, pieces, strict=True):
                    inner.text = piece
            else:
                cell.add_paragraph(text, style="List Bullet" if role == "bullet" else None)
    return saved(document)


_SPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.{rest}"'
    for prefix, rest in {
        "a": "openxmlformats.org/drawingml/2006/main",
        "mc": "openxmlformats.org/markup-compatibility/2006",
        "wps": "microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)


def boxed(content: ResumeContent) -> bytes:
    """Every part is a text box, each with the copy that old programs read."""
    document = docx.Document()
    contact = content.contact
    blocks = [[contact.name], [contact.phone, contact.email, contact.city]]
    for name, lines in parts(content, LOOK_EN):
        shown = ("• " + text if role == "bullet" else text for role, text in lines)
        blocks.append([COMPOSED[name], *shown])
    for block in blocks:
        text = "".join(
            f"<w:p><w:r><w:t>{'</w:t><w:tab/><w:t>'.join(escape(line).split(chr(9)))}</w:t></w:r></w:p>"
            for line in block
        )
        box = f"<w:txbxContent>{text}</w:txbxContent>"
        document.element.body[-1].addprevious(
            parse_xml(
                f"<w:p {nsdecls('w')} {_SPACES}><w:r><mc:AlternateContent>"
                "<mc:Choice Requires='wps'>"
                f"<wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback>{box}</mc:Fallback>"
                "</mc:AlternateContent></w:r></w:p>"
            )
        )
    return saved(document)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _page(content: ResumeContent, *rest: str) -> bytes:
    contact = content.contact
    reach = "    ".join((contact.phone, contact.email, contact.city))
    top = (
        '#set page(margin: 18mm)\n#set text(font: "Noto Sans CJK SC", size: 9.5pt)',
        f"#text(20pt, {_quoted(contact.name)})",
        f"#{_quoted(reach)}",
    )
    return compile_typst("\n\n".join((*top, *rest)))


def centred_margin(content: ResumeContent) -> bytes:
    """A printed form: the section's name stands in the middle of its rows."""
    cells = []
    for name, lines in parts(content, LOOK_ZH):
        shown = " \\ ".join(
            f"#{_quoted(text.replace(chr(9), '　'))}"
            if role != "bullet"
            else f"#{_quoted('1、' + text)}"
            for role, text in lines
        )
        cells.append(f"align(horizon + center)[#{_quoted(ZH[name])}], [{shown}]")
    return _page(content, f"#table(columns: (22mm, 1fr), inset: 6pt, {', '.join(cells)})")


def drawn_bullets(content: ResumeContent) -> bytes:
    """As browsers print: the marks of lists are drawn, only the indentation tells."""
    rows = []
    for name, lines in parts(content, LOOK_ZH):
        rows.append(f"#text(13pt, {_quoted('🎓 ' + ZH[name])})")
        for role, text in lines:
            if role == "bullet":
                rows.append(f"#pad(left: 14pt)[#box(circle(radius: 1pt)) #h(2pt) #{_quoted(text)}]")
            else:
                rows.append(" #h(1fr) ".join(f"#{_quoted(piece)}" for piece in text.split("\t")))
    return _page(content, *rows)


def dates_in_the_margin(content: ResumeContent) -> bytes:
    """Dates in a narrow column, where long ones wrap."""
    rows = []
    for name, lines in parts(content, LOOK_EN):
        rows.append(f"#text(13pt, {_quoted(COMPOSED[name])})")
        for role, text in lines:
            *left, last = text.split("\t") if name == "awards" else reversed(text.split("\t"))
            date = left[0] if left and role == "head" else ""
            body = last if len(left) < 2 else ", ".join(reversed((*left[1:], last)))
            mark = "– " if role == "bullet" else ""
            rows.append(
                f"#grid(columns: (38mm, 1fr), column-gutter: 5mm, [#{_quoted(date)}], "
                f"[#{_quoted(mark + body)}])"
            )
    return _page(content, *rows)


LAYOUTS: tuple[Callable[[ResumeContent], bytes], ...] = (
    controls,
    nested,
    boxed,
    centred_margin,
    drawn_bullets,
    dates_in_the_margin,
)

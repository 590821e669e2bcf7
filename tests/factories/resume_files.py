"""Thirty resumes made from known contents: 15 docx and 15 PDF, no two laid out alike."""

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import docx
import typst
from docx.document import Document
from docx.shared import Pt

from employment.common.pdf import _fonts
from employment.guidance.resumes.content import Entry, ResumeContent
from tests.factories.resume_people import PEOPLE

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
ZH = {
    "summary": "自我评价",
    "education": "教育背景",
    "experience": "实习经历",
    "projects": "项目经历",
    "campus": "校园经历",
    "awards": "获奖情况",
    "skills": "专业技能",
    "certificates": "资格证书",
    "languages": "语言能力",
}
ZH_ODD = {
    "summary": "关于我",
    "education": "求学经历",
    "experience": "工作/实习经历",
    "projects": "做过的项目",
    "campus": "社团与志愿",
    "awards": "荣誉与奖励",
    "skills": "会用的工具",
    "certificates": "持有证书",
    "languages": "外语水平",
}
EN = {
    "summary": "Summary",
    "education": "Education",
    "experience": "Experience",
    "projects": "Projects",
    "campus": "Leadership and Activities",
    "awards": "Honors and Awards",
    "skills": "Technical Skills",
    "certificates": "Certifications",
    "languages": "Languages",
}
EN_ODD = {
    "summary": "WHO I AM",
    "education": "ACADEMIC BACKGROUND",
    "experience": "WHERE I HAVE WORKED",
    "projects": "THINGS I BUILT",
    "campus": "EXTRACURRICULARS",
    "awards": "SCHOLARSHIPS AND AWARDS",
    "skills": "TOOLBOX",
    "certificates": "LICENSES AND CERTIFICATIONS",
    "languages": "LANGUAGE PROFICIENCY",
}
BOTH = {name: f"{ZH[name]} {EN[name]}" for name in ZH}
NUMBERED = {
    name: f"{n}、{title}" for n, (name, title) in zip("一二三四五六七八九", ZH.items(), strict=True)
}
SPACED = {name: " ".join(title) for name, title in ZH.items()}
HEADINGS = {
    "zh": ZH,
    "zh_odd": ZH_ODD,
    "en": EN,
    "en_odd": EN_ODD,
    "both": BOTH,
    "numbered": NUMBERED,
    "spaced": SPACED,
}
SIDE = ("skills", "certificates", "languages", "awards")
LISTS = ("skills", "certificates", "languages")


@dataclass(frozen=True)
class Look:
    """How one file is laid out. ``head`` orders an entry's head, ``drop`` sections left out."""

    headings: str = "zh"
    dates: str = "dot"
    head: str = "tab"
    bullet: str = "• "
    contact: str = "bar"
    layout: str = "plain"
    lists: str = "comma"
    drop: tuple[str, ...] = ()


@dataclass(frozen=True)
class Made:
    name: str
    content: ResumeContent
    data: bytes
    look: Look


LOOKS = (
    Look(),
    Look(headings="numbered", dates="chinese", head="space", contact="labels", lists="levels"),
    Look(headings="en", dates="english", head="two_lines", contact="bar"),
    Look(headings="spaced", dates="dash", head="bar", bullet="- ", contact="table"),
    Look(headings="en_odd", dates="english_long", head="comma", bullet="", contact="lines"),
    Look(headings="zh_odd", dates="dot", head="date_first", layout="table", contact="labels"),
    Look(headings="both", dates="tilde", head="tab", bullet="1. ", lists="lines"),
    Look(headings="zh", dates="chinese", head="two_lines", layout="columns", lists="lines"),
    Look(headings="en", dates="slash", head="bar", layout="columns", lists="lines"),
    Look(headings="zh", dates="dot", head="labels", contact="labels", drop=("awards",)),
    Look(headings="both", dates="dash", head="date_first", bullet="● ", contact="lines"),
    Look(headings="zh_odd", dates="chinese", head="tab", layout="table", lists="lines"),
    Look(headings="en", dates="english", head="tab", lists="label", contact="lines"),
    Look(headings="numbered", dates="dot", head="bar", layout="boxes", drop=("certificates",)),
    Look(headings="en_odd", dates="slash", head="two_lines", contact="bar", drop=("summary",)),
)  # fmt: skip


def made_files() -> Iterator[Made]:
    for kind, make in (("docx", make_docx), ("pdf", make_pdf)):
        for number, look in enumerate(LOOKS):
            # The second time round every look meets another person of its language.
            person = _person(number if kind == "docx" else number + 7, look)
            content = _without(person, look.drop)
            yield Made(f"{number:02}.{kind}", content, make(content, look), look)


def _person(number: int, look: Look) -> ResumeContent:
    is_english = look.headings.startswith("en")
    fitting = [one for one in PEOPLE if one.contact.name.isascii() == is_english]
    return fitting[number % len(fitting)]


def _without(content: ResumeContent, drop: Sequence[str]) -> ResumeContent:
    return replace(content, **{name: "" if name == "summary" else () for name in drop})


def period(entry: Entry, look: Look) -> str:
    start, end = _day(entry.start, look.dates), _day(entry.end, look.dates)
    is_english = look.headings.startswith("en")
    if entry.current and look.dates == "chinese":
        return f"{start}至今"
    now = "Present" if is_english else "至今"
    dash = {"dot": "–", "tilde": " ~ ", "chinese": "–", "dash": " - "}.get(look.dates, " – ")
    return f"{start}{dash}{now if entry.current else end}" if end or entry.current else start


def _day(value: str, form: str) -> str:
    if not value:
        return ""
    year, month = value.split("-")
    return {
        "dot": f"{year}.{month}",
        "tilde": f"{year}.{int(month)}",
        "chinese": f"{year}年{int(month)}月",
        "dash": f"{year}-{month}",
        "slash": f"{month}/{year}",
        "english": f"{MONTHS[int(month) - 1]} {year}",
        "english_long": f"{MONTHS[int(month) - 1]}. {year}",
    }[form]


def head_lines(section: str, entry: Entry, look: Look) -> list[str]:
    """The head's lines, without the bullets; a tab stands for the right margin."""
    names = [entry.organisation, entry.title, *entry.detail.split(" · ")]
    if section == "projects":
        names = [entry.title, entry.detail]
    if section == "education" and look.headings.startswith("en") and entry.detail:
        degree, *rest = entry.detail.split(" · ")
        names = [entry.organisation, f"{degree} in {entry.title}", *rest]
    names = [name for name in names if name]
    when = period(entry, look)
    first, *others = names
    match look.head:
        case "two_lines":
            return [f"{first}\t{when}", *([" | ".join(others)] if others else [])]
        case "date_first":
            return ["\t".join([when, *names])]
        case "space":
            return ["  ".join([*names, when])]
        case "bar":
            return [" | ".join([*names, when])]
        case "comma":
            return [", ".join(names), when]
        case "labels":
            return _labelled_head(section, entry, names, when)
    return ["\t".join([*names, when])]


def _labelled_head(section: str, entry: Entry, names: list[str], when: str) -> list[str]:
    if section == "education":
        more = [f"学历：{entry.detail.split(' · ')[0]}"] if entry.detail else []
        more += [f"GPA：{d[4:]}" for d in entry.detail.split(" · ")[1:]]
        return [f"时间：{when}", f"学校：{entry.organisation}", f"专业：{entry.title}", *more]
    return [f"{when}  {'  '.join(names)}"]


def list_lines(section: str, content: ResumeContent, look: Look) -> list[str]:
    items = [getattr(one, "name", one) for one in getattr(content, section)]
    is_english = look.headings.startswith("en")
    if look.lists == "lines" or section != "skills":
        return items
    if look.lists == "levels":
        half = len(items) // 2 or 1
        return [
            f"熟练掌握 {'、'.join(items[:half])}",
            *([f"了解 {'、'.join(items[half:])}"] if items[half:] else []),
        ]
    if look.lists == "label":
        return [f"{'Tools' if is_english else '常用工具'}: {', '.join(items)}"]
    return [(", " if is_english else "、").join(items)]


def award_line(entry: Entry, look: Look) -> str:
    return f"{_day(entry.start, look.dates)}  {entry.title}"


def contact_lines(content: ResumeContent, look: Look) -> list[str]:
    contact = content.contact
    if look.contact == "labels":
        target = [f"求职意向：{content.target}"] if content.target else []
        return [
            f"电话：{contact.phone}    邮箱：{contact.email}",
            f"所在城市：{contact.city}",
            *target,
        ]
    values = [contact.phone, contact.email, contact.city]
    return [" | ".join(values)] if look.contact == "bar" else values


def section_lines(section: str, content: ResumeContent, look: Look) -> list[tuple[str, str]]:
    """(role, text): head or bullet or text."""
    if section == "summary":
        return [("text", content.summary)]
    if section in LISTS:
        return [("text", text) for text in list_lines(section, content, look)]
    if section == "awards":
        return [("bullet", award_line(entry, look)) for entry in content.awards]
    return [
        pair
        for entry in getattr(content, section)
        for pair in (
            *(("head", text) for text in head_lines(section, entry, look)),
            *(("bullet", text) for text in entry.lines),
        )
    ]


def sections_of(content: ResumeContent) -> list[str]:
    return [name for name in content.order if getattr(content, name)]


def make_docx(content: ResumeContent, look: Look) -> bytes:
    document = docx.Document()
    _docx_contact(document, content, look)
    names = sections_of(content)
    if look.layout == "columns":
        table = document.add_table(rows=1, cols=2)
        side = [name for name in names if name in SIDE]
        for cell, part in zip(
            table.rows[0].cells, (side, [n for n in names if n not in side]), strict=True
        ):
            for name in part:
                cell.add_paragraph(HEADINGS[look.headings][name])
                for role, text in section_lines(name, content, look):
                    cell.add_paragraph((look.bullet if role == "bullet" else "") + text)
    else:
        for name in names:
            _docx_section(document, name, content, look)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _docx_contact(document: Document, content: ResumeContent, look: Look) -> None:
    if look.contact == "table":
        contact = content.contact
        rows = (
            ("姓名", contact.name, "电话", contact.phone),
            ("邮箱", contact.email, "城市", contact.city),
        )
        table = document.add_table(rows=2, cols=4)
        for row, values in zip(table.rows, rows, strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
        return
    if look.contact == "labels":
        document.add_paragraph("个人简历")
    run = document.add_paragraph().add_run(content.contact.name)
    run.font.size = Pt(20)
    for text in contact_lines(content, look):
        document.add_paragraph(text)


def _docx_section(document: Document, name: str, content: ResumeContent, look: Look) -> None:
    document.add_heading(HEADINGS[look.headings][name], level=2)
    for role, text in section_lines(name, content, look):
        if role == "bullet" and look.bullet == "• ":
            document.add_paragraph(text, style="List Bullet")
        elif role == "bullet":
            document.add_paragraph(look.bullet + text)
        elif role == "head" and look.layout == "table" and "\t" in text:
            cells = text.split("\t")
            table = document.add_table(rows=1, cols=len(cells))
            for cell, value in zip(table.rows[0].cells, cells, strict=True):
                cell.text = value
        else:
            document.add_paragraph(text)


def make_pdf(content: ResumeContent, look: Look) -> bytes:
    lang = "en" if look.headings.startswith("en") else "zh"
    names = sections_of(content)
    parts = [
        '#set page(paper: "a4", margin: 18mm, numbering: "1 / 1")',
        f'#set text(font: "Noto Sans CJK SC", size: 10pt, lang: "{lang}")',
        f"#block(text(size: 18pt, {_quoted(content.contact.name)}))",
        *_pdf_contact(content, look),
    ]
    if look.layout == "columns":
        side = [name for name in names if name in SIDE]
        columns = ("\n".join(_pdf_section(n, content, look) for n in part)
                   for part in (side, [n for n in names if n not in side]))  # fmt: skip
        parts.append(
            "#grid(columns: (1fr, 2.2fr), gutter: 8mm, "
            + ", ".join(f"[{c}]" for c in columns)
            + ")"
        )
    else:
        parts += [_pdf_section(name, content, look) for name in names]
    return compile_typst("\n\n".join(parts))


def compile_typst(source: str) -> bytes:
    made = typst.Compiler(source.encode(), font_paths=_fonts()).compile(format="pdf", timestamp=0)
    assert isinstance(made, bytes)
    return made


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _pdf_contact(content: ResumeContent, look: Look) -> list[str]:
    if look.contact == "table":
        contact = content.contact
        cells = ("电话", contact.phone, "邮箱", contact.email, "城市", contact.city)
        return [f"#table(columns: 6, {', '.join(map(_quoted, cells))})"]
    return [f"#block({_quoted(text)})" for text in contact_lines(content, look)]


def _pdf_section(name: str, content: ResumeContent, look: Look) -> str:
    rows = [f"#block(text(size: 13pt, {_quoted(HEADINGS[look.headings][name])}))"]
    for role, text in section_lines(name, content, look):
        if role == "bullet" and look.bullet:
            mark = _quoted(look.bullet.strip())
            rows.append(f"#grid(columns: (12pt, 1fr), {mark}, {_quoted(text)})")
        elif role == "head" and look.layout == "table" and "\t" in text:
            cells = text.split("\t")
            rows.append(f"#table(columns: {len(cells)}, {', '.join(map(_quoted, cells))})")
        else:
            rows.append(
                "#block[" + " #h(1fr) ".join(f"#{_quoted(t)}" for t in text.split("\t")) + "]"
            )
    return "\n".join(rows)

"""The lines of a section as entries: a head with its dates, then what was done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from employment.guidance.resumes.content import Entry
from employment.guidance.resumes.reading.dates import Period, find_day, find_period
from employment.guidance.resumes.reading.found import PLACED, SHAPED, Found, found
from employment.guidance.resumes.reading.heads import (
    SCHOOL,
    Head,
    is_degree,
    is_role,
    pieces_of,
    read_education,
    read_work,
)
from employment.guidance.resumes.reading.lines import Line
from employment.guidance.resumes.rules.wording import tense_of

LONGEST_HEAD = 60
_SENTENCE_END = re.compile(r"[。；;！!]$|[a-z]\.$")
_TOLD = re.compile(
    r"^(?:主修课程|主要课程|核心课程|相关课程|课程|Relevant courses?(?:work)?"
    r"|Coursework|Courses|Core courses"
    r"|工作内容|项目描述|项目简介|工作描述|主要工作|职责|成果|技术栈|Tech stack|Tools)\s*[:：]",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(r"[\u4e00-\u9fffA-Za-z ]{2,20}[:：]")
_MARKED = re.compile(r"GPA|绩点|排名|均分|专业前|[Tt]op \d+\s*%", re.IGNORECASE)


_AWARDS = re.compile(r"[；;]\s*")
_APART = re.compile(r"\t|\s+[|｜]\s+|\s{2,}")
_INDENT = 7


@dataclass(slots=True)
class Block:
    """Lines of one entry."""

    heads: list[Line] = field(default_factory=list)
    told: list[Line] = field(default_factory=list)
    period: Period | None = None
    dated: Line | None = None

    @property
    def first(self) -> Line:
        return (self.heads or self.told)[0]


def read_entries(
    section: str, lines: Sequence[Line], start: int = 0
) -> tuple[list[Entry], list[Found]]:
    entries: list[Entry] = []
    finds: list[Found] = []
    for block in _blocks(section, lines):
        entry, places = _entry(section, start + len(entries), block)
        if entry.title or entry.organisation or entry.lines:
            entries.append(entry)
            finds += places
    return entries, finds


def _blocks(section: str, lines: Sequence[Line]) -> Iterator[Block]:
    block = Block()
    for line in lines:
        period = _period_of(line)
        is_below = not period and (_is_indented(line, block) or (block.period and _is_deed(line)))
        if is_below or _is_told(line, period, section):
            if not _BARE_LABEL.fullmatch(line.text):
                block.told.append(line)
            continue
        if _opens_new(block, line, period, section):
            yield block
            block = Block()
        block.heads.append(line)
        if period and not block.period:
            block.period, block.dated = period, line
    if block.heads or block.told:
        yield block


def _is_indented(line: Line, block: Block) -> bool:
    """Further in than the head, as a list is whose marks are drawn and not written."""
    start = block.heads[0].x if block.heads else 0.0
    is_further = bool(start) and line.x > start + _INDENT
    return is_further and "\t" not in line.text and not is_role(line.text)


def _opens_new(block: Block, line: Line, period: Period | None, section: str) -> bool:
    """A head after lines about the last entry, a second date, or a second school."""
    if not block.heads:
        return False
    if section == "education" and block.period and SCHOOL.search(line.text) and not period:
        return any(SCHOOL.search(head.text) for head in block.heads)
    return bool(block.told) or bool(period and block.period)


def _period_of(line: Line) -> Period | None:
    period = find_period(line.text)
    if period and (line.is_bullet or _is_long(line)) and not _is_at_edge(period, line.text):
        return None
    if period is None and len(line.text) <= LONGEST_HEAD and not _is_sentence(line.text):
        day = find_day(line.text)
        period = day if day and _is_at_edge(day, line.text) else None
    return period


def _is_told(line: Line, period: Period | None, section: str) -> bool:
    """Whether the line tells of an entry rather than heading one."""
    if _TOLD.match(line.text):
        return True
    is_mark = bool(_MARKED.search(line.text) or (is_degree(line.text) and not _is_long(line)))
    if section == "education" and is_mark and not period:
        return False
    if period and (_is_at_edge(period, line.text) or not _is_long(line)):
        return False
    return line.is_bullet or _is_long(line) or _is_sentence(line.text)


def _is_at_edge(period: Period, text: str) -> bool:
    before, after = text[: period.at[0]].strip(), text[period.at[1] :].strip(" ,，|｜")
    return not before or not after


def _is_deed(line: Line) -> bool:
    """Without a bullet: an English line that begins with a verb, a Chinese one with a clause."""
    if "\t" in line.text or "|" in line.text:
        return False
    is_chinese_clause = "，" in line.text and len(line.text) > 12
    return is_chinese_clause or (len(line.text.split()) > 4 and tense_of(line.text) == "past")


def _is_long(line: Line) -> bool:
    wide = sum(1 for char in line.text if ord(char) > 0x2E80)
    return "\t" not in line.text and wide * 2 + (len(line.text) - wide) > 1.6 * LONGEST_HEAD


def _is_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text)) and not re.search(r"\b(?:Inc|Ltd|Co)\.$", text)


def _entry(section: str, index: int, block: Block) -> tuple[Entry, list[Found]]:
    texts = [
        piece
        for line in block.heads
        for piece in pieces_of(line.text, block.period if line is block.dated else None)
    ]
    if section == "education":
        texts += _marks_told(block)
    head = read_education(texts) if section == "education" else read_work(texts, section)
    period = block.period or Period("", "", False, (0, 0))
    entry = Entry(
        title=head.title,
        organisation=head.organisation,
        detail=head.detail,
        start=period.start,
        end=period.end,
        current=period.current,
        lines=tuple(line.text.replace("\t", " ") for line in block.told),
    )
    return entry, _finds(f"{section}.{index}", entry, head, block)


def _marks_told(block: Block) -> list[str]:
    """A GPA that stands in a bullet belongs to the head."""
    marked = [line for line in block.told if _MARKED.search(line.text) and len(line.text) < 50]
    block.told = [line for line in block.told if line not in marked]
    return [piece for line in marked for piece in pieces_of(line.text, None)]


def _finds(path: str, entry: Entry, head: Head, block: Block) -> list[Found]:
    finds = [
        found(f"{path}.{name}", getattr(entry, name), sure, _source(block, getattr(entry, name)))
        for name, sure in head.sure.items()
    ]
    if block.dated:
        dates = ((name, getattr(entry, name)) for name in ("start", "end"))
        finds += [found(f"{path}.{n}", day, SHAPED, block.dated) for n, day in dates if day]
        if entry.current:
            finds.append(found(f"{path}.current", "1", SHAPED, block.dated))
    finds += (
        found(f"{path}.lines.{number}", entry.lines[number], PLACED, line)
        for number, line in enumerate(block.told)
    )
    return finds


def _source(block: Block, value: str) -> Line:
    return next((line for line in block.heads if value in line.text), block.first)


def _award_title(text: str, period: Period | None) -> str:
    """Without its date; a comma within a prize's name stays."""
    if period:
        text = f"{text[: period.at[0]]}\t{text[period.at[1] :]}"
    pieces = (piece.strip(" ,，、;；:：|｜-–—·()（）[]") for piece in _APART.split(text))
    title = " ".join(piece for piece in pieces if piece)
    return f"{title}）" if title.count("（") > title.count("）") else title


def read_awards(lines: Sequence[Line], start: int = 0) -> tuple[list[Entry], list[Found]]:
    """One award a line, with its date before or after."""
    entries: list[Entry] = []
    finds: list[Found] = []
    for line, text in [(one, part) for one in lines for part in _AWARDS.split(one.text)]:
        period = find_period(text) or find_day(text)
        title = _award_title(text, period)
        if title:
            path = f"awards.{start + len(entries)}"
            entries.append(Entry(title=title, start=period.start if period else ""))
            finds.append(found(f"{path}.title", title, PLACED, line))
            finds += [found(f"{path}.start", period.start, SHAPED, line)] if period else []
    return entries, finds

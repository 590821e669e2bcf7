"""Find the headings that divide a posting: duties, requirements, what is a plus, the rest."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Section(StrEnum):
    DUTIES = "duties"
    REQUIREMENTS = "requirements"
    PREFERRED = "preferred"
    OTHER = "other"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Heading:
    section: Section
    start: int
    end: int


def _read_cores() -> dict[str, Section]:
    with (Path(__file__).parent / "data" / "headings.csv").open(encoding="utf-8") as file:
        return {
            core: Section(row["section"])
            for row in csv.DictReader(file)
            for core in row["words"].split("|")
        }


_SECTION_OF = _read_cores()
_CORE = re.compile("|".join(sorted(map(re.escape, _SECTION_OF), key=len, reverse=True)))
_PREFIX = re.compile(
    r"(?:任职|岗位|职位|招聘|应聘|能力|技能|技术|专业|基本|硬性|职业|录用|人员|素质|工作|其他|其它"
    r"|我们的?|实习|知识|学历|资质|聘任|经验|主要|核心|具体|日常|必备|必要|必须|职务|个人|综合|申请"
    r"|候选人|以下|额外|员工|公司|企业|对您的|对你的|资格|要求|职责|描述|和|及|与|/|、|&|者|的|岗|该|本"
    r"|[ \t])+$"
)
_LONE = {
    "描述",
    "内容",
    "能力",
    "技能",
    "任务",
    "标准",
    "需求",
    "职能",
    "素质",
    "加分",
    "优先考虑",
    "优先录用",
}
_UNMISTAKABLE = {"职责", "职责描述", "要求", "资格", "条件", "描述"}
_TERMINATOR = re.compile(
    r"(?:\s*(?:[/(（]?\s*[a-z][a-z ]{2,40}[)）]?))?\s*"
    r"(?:(?P<strong>[)）】\]」》>*]*\s*[::】\]」》>]|\s*\n|\s*$)"
    r"|(?P<weak>(?=\s*(?:[(（]?\d{1,2}\s*[、.)）,，:]|[①-⑳•●·\-]))))"
)
_BOUNDARY = "\n。；;!?！？】]」》>:：,，.、 \t(（【[「《<#*•●-"
_ENUMERATED = re.compile(r"[一二三四五六七\d]\s*[、.．,，:]?\s*")
_WISH_CORES = {"优先", "优先考虑", "优先录用"}
_WISH_LEAD = re.compile(r"(?:以下|下列|如下)[^,;。\n:]{0,10}$|(?<=\n)[^,;。\n:]{0,6}$")
_LATIN_NAME = re.compile(r"[a-z]{2,12}$")
_PREFIX_REACH = 16


def find_headings(folded: str) -> Iterator[Heading]:
    """Headings of a folded text in order; the text between two belongs to the first."""
    position = 0
    for match in _CORE.finditer(folded):
        terminator = _TERMINATOR.match(folded, match.end())
        if terminator is None or match.start() < position:
            continue
        start = _start_of(folded, match, is_strong=bool(terminator["strong"]))
        if start is not None and start >= position:
            position = terminator.end()
            yield Heading(_SECTION_OF[match[0]], start, position)


def _start_of(folded: str, core: re.Match[str], *, is_strong: bool) -> int | None:
    """Where the heading begins, or ``None`` when the core is the end of an ordinary sentence."""
    floor = max(0, core.start() - _PREFIX_REACH)
    before = folded[floor : core.start()]
    prefix = _PREFIX.search(before)
    start = floor + prefix.start() if prefix else core.start()
    start = _take_latin_name(folded, start)
    is_at_boundary = start == 0 or folded[start - 1] in _BOUNDARY
    if not is_at_boundary and _ENUMERATED.match(folded[start - 1]):
        is_at_boundary = True
    has_prefix = bool(prefix and prefix[0].strip())
    if core[0] in _WISH_CORES:
        return _start_of_wish(folded, core) if is_strong else None
    if has_prefix and (is_at_boundary or is_strong or core[0] in _UNMISTAKABLE):
        return start
    if is_at_boundary and is_strong and core[0] not in _LONE:
        return start
    return start if is_at_boundary and core[0] not in _LONE and len(core[0]) > 2 else None


def _start_of_wish(folded: str, core: re.Match[str]) -> int | None:
    """``具备以下经验者优先：`` is a heading when it is a short line of its own."""
    lead = _WISH_LEAD.search(folded, max(0, core.start() - _PREFIX_REACH), core.start())
    return lead.start() if lead else None


def _take_latin_name(folded: str, start: int) -> int:
    """``ABC福利：`` begins with the employer's name, if a line does."""
    name = _LATIN_NAME.search(folded, max(0, start - _PREFIX_REACH), start)
    is_whole = name and (name.start() == 0 or folded[name.start() - 1] in _BOUNDARY)
    return name.start() if name and is_whole else start

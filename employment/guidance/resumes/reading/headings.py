"""Which section a line opens, by the words of ``data/headings.csv``."""

import csv
import re
from functools import cache
from pathlib import Path

from matching.normalise.reading import fold

_DATA = Path(__file__).resolve().parent.parent / "data" / "headings.csv"
_MARKS = re.compile(
    r"^[\W_]*(?:[一二三四五六七八九十]{1,2}[、.．]|\d{1,2}[、.．)]|[ivx]+\.)?[\W_]*"
)
_END = re.compile(r"[\W_]+$")
_CJK_SPACE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_TWO_LANGUAGES = re.compile(
    r"([\u4e00-\u9fff/与及和]+)[\W_]*([a-z][a-z &/]+)"
    r"|([a-z][a-z &/]+)[\W_]*([\u4e00-\u9fff/与及和]+)"
)
_LONGEST = 36


@cache
def _sections() -> dict[str, str]:
    with _DATA.open(encoding="utf-8") as file:
        return {
            _plain(word): row["section"]
            for row in csv.DictReader(file)
            for word in row["words"].split("|")
        }


def _plain(text: str) -> str:
    return text.replace("&", "and").replace(" ", "").replace("、", "与").replace("和", "与")


def heading_of(text: str) -> str:
    """The section that a line standing alone opens, else nothing."""
    if not text or len(text) > _LONGEST or "\t" in text.strip():
        return ""
    folded = _CJK_SPACE.sub("", fold(text)).strip()
    folded = _END.sub("", _MARKS.sub("", folded, count=1))
    found = _sections().get(_plain(folded), "")
    if found:
        return found
    if pair := _TWO_LANGUAGES.fullmatch(folded):
        parts = [_sections().get(_plain(part), "") for part in pair.groups() if part]
        return next(filter(None, parts), "") if all(parts) else ""
    return ""


def leading_heading(text: str) -> tuple[str, str]:
    """``专业技能：Python`` → (skills, Python); two empty texts where no heading leads."""
    head, mark, rest = text.replace("：", ":").partition(":")
    section = heading_of(head) if mark and rest.strip() else ""
    return (section, rest.strip()) if section else ("", "")

"""Which section a line opens: by the phrases of ``data/headings.csv``, else by the words of
``data/heading_words.csv`` where a line is made of them alone."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from employment.guidance.resumes.reading.glyphs import PICTOGRAM
from matching.normalise.reading import fold

_DATA = Path(__file__).resolve().parent.parent / "data"
_MARKS = re.compile(
    r"^[\W_]*(?:(?:第?[一二三四五六七八九十]{1,2}|\d{1,2}|[ivx]+)[、.．)：:])?[\W_]*"
)
_END = re.compile(r"[\W_]+$")
_ICONS = re.compile(PICTOGRAM)
_CJK_SPACE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_TWO_LANGUAGES = re.compile(
    r"([\u4e00-\u9fff/与及和]+)[\W_]*([a-z][a-z &/]+)"
    r"|([a-z][a-z &/]+)[\W_]*([\u4e00-\u9fff/与及和]+)"
)
_LONGEST = 36
_LISTS = frozenset({"skills", "certificates", "languages"})


@cache
def _sections() -> dict[str, str]:
    return {_plain(word): section for section, word in _rows("headings.csv")}


@cache
def _words() -> dict[str, str]:
    return {word: section for section, word in _rows("heading_words.csv")}


@cache
def _chinese_words() -> re.Pattern[str]:
    wide = sorted((word for word in _words() if not word.isascii()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(wide)}|[/、&·])")


def _rows(name: str) -> Iterator[tuple[str, str]]:
    with (_DATA / name).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield from ((row["section"], word) for word in row["words"].split("|"))


def _plain(text: str) -> str:
    return text.replace("&", "and").replace(" ", "").replace("、", "与").replace("和", "与")


def heading_of(text: str) -> str:
    """The section that a line standing alone opens, else nothing."""
    if not text or len(text) > _LONGEST or "\t" in text.strip():
        return ""
    folded = _CJK_SPACE.sub("", fold(_ICONS.sub(" ", text))).strip()
    folded = _END.sub("", _MARKS.sub("", folded, count=1))
    if found := _section(folded):
        return found
    if pair := _TWO_LANGUAGES.fullmatch(folded):
        parts = [_section(part.strip()) for part in pair.groups() if part]
        return parts[0] if all(parts) else ""
    return ""


def _section(folded: str) -> str:
    return _sections().get(_plain(folded), "") or _composed(folded)


def _composed(folded: str) -> str:
    """Of two or more heading words and nothing else: ``Digital skills``, 个人评价."""
    words = _split(folded)
    kinds = [_words().get(word, "") for word in words]
    if len(words) < 2 or not all(kinds):
        return ""
    strong = [kind for kind in kinds if kind != "filler" and not kind.startswith("weak:")]
    weak = [kind.removeprefix("weak:") for kind in kinds if kind.startswith("weak:")]
    lists = _LISTS.intersection(strong)
    if lists and set(strong) <= _LISTS | {"summary", "other"}:
        return "mixed" if len(lists) > 1 else next(iter(lists))
    return next(iter([*strong, *weak]), "")


def _split(folded: str) -> list[str]:
    if folded.isascii():
        return re.findall(r"[a-z]+", folded) if re.fullmatch(r"[a-z &/,-]+", folded) else []
    words = [match[0] for match in _chinese_words().finditer(folded)]
    return [w for w in words if w not in "/、&·"] if "".join(words) == folded else []


def leading_heading(text: str) -> tuple[str, str]:
    """``专业技能：Python`` → (skills, Python); two empty texts where no heading leads."""
    head, mark, rest = text.replace("：", ":").partition(":")
    section = heading_of(head) if mark and rest.strip() else ""
    return (section, rest.strip()) if section else ("", "")

"""Name, phone, e-mail, city, links and aim from the top of a resume."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from employment.guidance.resumes.reading.found import (
    GUESSED,
    LABELLED,
    PLACED,
    SHAPED,
    Found,
    found,
)
from employment.guidance.resumes.reading.glyphs import without_pictograms
from employment.guidance.resumes.reading.headings import heading_of
from employment.guidance.resumes.reading.heads import is_role
from employment.guidance.resumes.reading.lines import Line
from employment.taxonomy.adapters.tables import read_rows, table

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(
    r"(?<![\d.])(?:\(?\+?86\)?[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)"
    r"|\+\d{1,3}[\s-]?\(?\d{1,4}\)?(?:[\s-]?\d{2,5}){2,4}(?!\d)"
)
_LINK = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/[\w./~%-]+|https?://\S+")
_CONTACT_WORD = re.compile(
    r"(?:e-?mail|mail|phone|tel(?:ephone)?|mobile|cell|linked ?in|git ?hub|web(?:site)?|address"
    r"|wechat|location|city)\b",
    re.IGNORECASE,
)
_NAME_LABEL = re.compile(r"^(?:姓\s*名|name)$", re.IGNORECASE)
_CITY_LABEL = re.compile(
    r"^(?:现?居住?地?|(?:目前|现|当前)?(?:所在|居住|现居)?(?:地|城市|地区)|地点|坐标|期望城市|常住地"
    r"|location|city|based in|address)$",
    re.IGNORECASE,
)
_TARGET_LABEL = re.compile(
    r"^(?:求职意向|求职目标|(?:意向|应聘|期望|目标|求职)(?:岗位|职位|职务)"
    r"|objective|target position|target|applying for)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\s*([\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z\s-]{0,16}?)\s*[:：]\s*(\S.*)$")
_SPACED_LABEL = re.compile(
    r"^(姓\s*名|电\s*话|手\s*机|邮\s*箱|城市|所在地|现居地?|求职意向|应聘岗位)\s+(\S.*)$"
)
_CHINESE_NAME = re.compile(r"[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,4}")
_DOTTED_NAME = re.compile(r"[\u4e00-\u9fff]{1,8}(?:\s*[·•‧・.]\s*[\u4e00-\u9fff]{1,8}){1,3}")
_WORD = r"[A-ZÀ-Þ][^\W\d_]*(?:['’-][^\W\d_]+)*"
_ENGLISH_NAME = re.compile(
    rf"{_WORD}(?:\s+(?:[A-Z]\.|{_WORD}|d[aeiou]s?|del|van|von|der|bin|al|el|la|le)){{1,4}}"
)
_LIVES = re.compile(r"^(?:现居(?:住于)?|居住于|坐标|位于|[Bb]ased in)\s*")
_PLACE = re.compile(rf"{_WORD}(?: {_WORD}){{0,2}}(?:, {_WORD}(?: {_WORD})?)?")
_TITLE = re.compile(
    r"的?(?:个人|求职)?\s*简\s*历(?:表)?|^\s*(?:resume|curriculum vitae|cv)\b(?:\s*(?:of|[-–—:"
    r"|]))?|\b(?:resume|curriculum vitae)\s*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\t|\s*[|｜]\s*|\s+[•·]\s*|\s*[•·]\s+|\s{2,}|\s+/\s+|[,，;；]\s*(?=[^\d])")


def read_contact(lines: Sequence[Line], every: Sequence[Line]) -> list[Found]:
    """``lines`` stand before the first section or in one about the person; phone and e-mail that
    are not there are looked for in ``every`` line."""
    pairs = [(line, label, value) for line in lines for label, value in _pairs(line.text)]
    finds = [
        _shaped("contact.phone", _PHONE, lines) or _shaped("contact.phone", _PHONE, every),
        _shaped("contact.email", _EMAIL, lines) or _shaped("contact.email", _EMAIL, every),
        _labelled("contact.city", _CITY_LABEL, pairs) or _city(lines),
        _labelled("target", _TARGET_LABEL, pairs),
        _labelled("contact.name", _NAME_LABEL, pairs) or _name(lines),
        *_links(lines),
    ]
    found_ones = [one for one in finds if one]
    if not any(one.path == "contact.city" for one in found_ones):
        found_ones += _unknown_place(lines, {one.value.casefold() for one in found_ones})
    return found_ones


def _unknown_place(lines: Sequence[Line], taken: set[str]) -> list[Found]:
    """A place that is no city of the tables: what is left beside phone and e-mail."""
    for line in lines:
        rest = _LINK.sub("\t", _PHONE.sub("\t", _EMAIL.sub("\t", line.text)))
        if rest != line.text:
            for piece in _pieces(rest):
                value = piece.strip(" -–—:：|,，()")
                if _PLACE.fullmatch(value) and not _is_other_than_place(value, taken):
                    return [found("contact.city", value, GUESSED, line)]
    alone = (line for line in lines if re.fullmatch(rf"{_WORD}(?: {_WORD})?", line.text))
    places = (line for line in alone if not _is_other_than_place(line.text, taken))
    return [found("contact.city", line.text, GUESSED, line) for line in [*places][:1]]


def _is_other_than_place(value: str, taken: set[str]) -> bool:
    is_taken = value.casefold() in taken or any(value.casefold() in one for one in taken)
    return is_taken or bool(heading_of(value) or is_role(value) or _CONTACT_WORD.match(value))


def _pieces(text: str) -> list[str]:
    parted = _SEPARATOR.split(without_pictograms(text))
    return [piece.strip() for piece in parted if piece.strip()]


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """(label, value): with a colon between, or in neighbouring cells of a table."""
    pieces = _pieces(text)
    for number, piece in enumerate(pieces):
        if match := _LABEL.match(piece) or _SPACED_LABEL.match(piece):
            yield re.sub(r"\s+", " ", match[1]), match[2].strip()
        elif number + 1 < len(pieces) and len(piece) < 16:
            yield piece, pieces[number + 1]


def _labelled(
    path: str, label: re.Pattern[str], pairs: list[tuple[Line, str, str]]
) -> Found | None:
    for line, said, value in pairs:
        if label.match(said.replace(" ", "") if not said.isascii() else said):
            return found(path, value, LABELLED, line)
    return None


def _shaped(path: str, shape: re.Pattern[str], lines: Sequence[Line]) -> Found | None:
    for line in lines:
        if match := shape.search(line.text):
            return found(path, match[0].strip(), SHAPED, line)
    return None


def _links(lines: Sequence[Line]) -> Iterator[Found]:
    links = ((line, m[0]) for line in lines for m in _LINK.finditer(_EMAIL.sub(" ", line.text)))
    for number, (line, link) in enumerate(links):
        yield found(f"contact.links.{number}", link.rstrip("|,，"), SHAPED, line)


def _city(lines: Sequence[Line]) -> Found | None:
    for line in lines:
        for piece in _pieces(_PHONE.sub("\t", _EMAIL.sub("\t", line.text))):
            value = _LIVES.sub("", piece.rpartition("：")[2].rpartition(":")[2].strip())
            first = re.split(r"[\s,，·]+", value)[0] if not value.isascii() else value
            if _is_city(value) or _is_city(first):
                return found("contact.city", value, PLACED, line)
    return None


@cache
def _cities() -> frozenset[str]:
    """Provinces and cities by full, short and English name."""
    rows = [r for r in read_rows(table("regions")) if r["level"] in {"province", "city"}]
    names = {row[column].casefold() for row in rows for column in ("name", "short_name", "name_en")}
    return frozenset(names - {""})


def _is_city(text: str) -> bool:
    return text.casefold() in _cities()


def _name(lines: Sequence[Line]) -> Found | None:
    """The largest line that looks like a name, among equals the first."""
    ranked = sorted(lines[:12], key=lambda line: -line.size)
    for line in ranked:
        if value := _name_in(line.text):
            is_large = line.size > 0 and line.size == ranked[0].size and line.size > lines[-1].size
            return found("contact.name", value, SHAPED if is_large else GUESSED, line)
    return None


def _name_in(text: str) -> str:
    whole = re.sub(r"(?:的?个人|求职)?的?简\s*历$", "", text.strip(" -–—|"))
    if _DOTTED_NAME.fullmatch(whole) and not is_role(whole):
        return re.sub(r"\s*[•‧・.·]\s*", "·", whole)
    for piece in _pieces(_TITLE.sub(" ", text)) or ():
        plain = piece.strip(" -–—:：|")
        bare = re.sub(r"\s*[(（][^)）]*[)）]\s*", "", plain)
        if heading_of(plain) or _is_city(plain):
            continue
        if _CHINESE_NAME.fullmatch(bare):
            return bare.replace(" ", "")
        if _ENGLISH_NAME.fullmatch(bare):
            return bare
        if match := re.match(rf"({_CHINESE_NAME.pattern})\s+({_ENGLISH_NAME.pattern})$", bare):
            return match[1].replace(" ", "")
    return ""

"""A degree as written → its rank. 不限 is a statement (``unlimited``), silence is not."""

import re
from dataclasses import dataclass

from matching.normalise.reading import Unread, fold, is_absent
from matching.types import Degree

DEGREE_WORDS: tuple[tuple[Degree, str], ...] = (
    (Degree.DOCTOR, r"博士后|博士|ph\.?\s?d|doctor(?:ate|al)?"),
    (Degree.MASTER, r"硕士研究生|硕士|研究生|master(?:'?s|s)?|mba|emba|mpa"),
    (
        Degree.BACHELOR,
        r"大学本科|本科|学士|bachelor(?:'?s|s)?|undergraduate|一本|二本|三本|college degree",
    ),
    (
        Degree.JUNIOR_COLLEGE,
        r"大学专科|大专|专科|高职|高技|高级技工|专接本|junior college|associate",
    ),
    (
        Degree.SECONDARY_VOCATIONAL,
        r"中专|中技|技校|职高|职业高中|技工|中职|secondary vocational",
    ),
    (Degree.HIGH_SCHOOL, r"高中|high school"),
)
_PATTERNS = tuple((degree, re.compile(words)) for degree, words in DEGREE_WORDS)
_UNLIMITED = re.compile(r"不限|不要求|无要求|无需|^无$|^无学历|\bany\b|not required|初中|小学")
_FULL_TIME = re.compile(r"统招|全日制|统分|full[- ]time")
_SEATS = re.compile(r"招\s*(?:\d+|若干)\s*[人名]")
_UNDERGRADUATE_STUDENT = re.compile(r"大学(?!专科)")


@dataclass(frozen=True, slots=True)
class DegreeReading:
    """``rank`` is the lowest degree that is enough; ``full_time`` notes 统招/全日制."""

    original: str
    rank: Degree | None = None
    unlimited: bool = False
    full_time: bool = False
    reason: Unread | None = None


def read_degree(text: str) -> DegreeReading:
    """Read a degree field; of several degrees named, the lowest is the floor."""
    folded = fold(text).strip()
    if is_absent(folded):
        return DegreeReading(text, reason=Unread.EMPTY)
    full_time = bool(_FULL_TIME.search(folded))
    named = [degree for degree, pattern in _PATTERNS if pattern.search(folded)]
    if named:
        return DegreeReading(text, rank=min(named), full_time=full_time)
    if _UNLIMITED.search(folded):
        return DegreeReading(text, unlimited=True)
    if _SEATS.search(folded):
        return DegreeReading(text, reason=Unread.OTHER_FIELD)
    if _UNDERGRADUATE_STUDENT.search(folded):
        return DegreeReading(text, rank=Degree.BACHELOR, full_time=full_time)
    return DegreeReading(text, reason=Unread.UNKNOWN_FORMAT)

"""An employer's size, ownership and funding, which sites often write into one field."""

import re
from dataclasses import dataclass
from enum import StrEnum

from matching.normalise.reading import Unread, fold, is_absent


class Ownership(StrEnum):
    STATE = "state"
    PRIVATE = "private"
    FOREIGN = "foreign"
    JOINT_VENTURE = "joint_venture"
    GOVERNMENT = "government"
    INSTITUTION = "institution"
    NON_PROFIT = "non_profit"


class Funding(StrEnum):
    NONE = "none"
    NOT_NEEDED = "not_needed"
    ANGEL = "angel"
    ROUND_A = "round_a"
    ROUND_B = "round_b"
    ROUND_C = "round_c"
    ROUND_D = "round_d"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class CompanySize:
    """Staff from ``minimum`` to ``maximum``; an open end is ``None``."""

    original: str
    minimum: int | None = None
    maximum: int | None = None
    reason: Unread | None = None


@dataclass(frozen=True, slots=True)
class CompanyType:
    original: str
    ownership: Ownership | None = None
    funding: Funding | None = None
    reason: Unread | None = None


_RANGE = re.compile(r"(\d+(?:\.\d+)?)(万)?\s*[-~至到]\s*(\d+(?:\.\d+)?)(万)?\s*人?")
_AT_MOST = re.compile(r"(?:少于|不足|<)\s*(\d+)()\s*人?|(\d+)(万)?\s*人?(?:及)?(?:以下|以内)")
_AT_LEAST = re.compile(r"(?:多于|超过|>)\s*(\d+)(万)?\s*人?|(\d+)(万)?\s*(?:人?(?:及)?以上|\+)")
_EXACT = re.compile(r"(\d+)(万)?\s*人")

_OWNERSHIPS = (
    (Ownership.INSTITUTION, re.compile(r"事业单位")),
    (Ownership.GOVERNMENT, re.compile(r"机关|政府|公务员")),
    (Ownership.NON_PROFIT, re.compile(r"非营利|非盈利|社会团体|社会组织|基金会|ngo")),
    (Ownership.JOINT_VENTURE, re.compile(r"合资|中外合作|joint venture")),
    (Ownership.FOREIGN, re.compile(r"外资|外企|外商|独资\(外|欧美|港澳台|代表处|foreign")),
    (Ownership.STATE, re.compile(r"国企|国有|央企|国资|state[- ]owned")),
    (Ownership.PRIVATE, re.compile(r"民营|私营|民企|创业公司|股份制|个体|private")),
)
_FUNDINGS = (
    (Funding.NOT_NEEDED, re.compile(r"不需要融资|无需融资")),
    (Funding.NONE, re.compile(r"未融资|尚未融资")),
    (Funding.ANGEL, re.compile(r"天使|种子轮")),
    (Funding.ROUND_A, re.compile(r"(?:pre-?)?a\+?轮")),
    (Funding.ROUND_B, re.compile(r"b\+?轮")),
    (Funding.ROUND_C, re.compile(r"c\+?轮")),
    (Funding.ROUND_D, re.compile(r"[d-h]\+?轮")),
    (Funding.LISTED, re.compile(r"(?<!未)上市|listed")),
)


def read_company_size(text: str) -> CompanySize:
    """Read the number of staff out of a field that may also name the ownership."""
    folded = fold(text).strip()
    if is_absent(folded):
        return CompanySize(text, reason=Unread.EMPTY)
    if match := _RANGE.search(folded):
        low, high = _staff(match[1], match[2] or match[4]), _staff(match[3], match[4])
        return CompanySize(text, min(low, high), max(low, high))
    if match := _AT_MOST.search(folded):
        return CompanySize(text, maximum=_staff(match[1] or match[3], match[4]))
    if match := _AT_LEAST.search(folded):
        return CompanySize(text, minimum=_staff(match[1] or match[3], match[2] or match[4]))
    if match := _EXACT.search(folded):
        return CompanySize(text, _staff(match[1], match[2]), _staff(match[1], match[2]))
    return CompanySize(text, reason=Unread.OTHER_FIELD)


def read_company_type(text: str) -> CompanyType:
    """Read ownership and funding stage; 上市 says nothing about the owner."""
    folded = fold(text).strip()
    if is_absent(folded):
        return CompanyType(text, reason=Unread.EMPTY)
    ownership = next((kind for kind, words in _OWNERSHIPS if words.search(folded)), None)
    funding = next((stage for stage, words in _FUNDINGS if words.search(folded)), None)
    known = ownership or funding
    return CompanyType(text, ownership, funding, None if known else Unread.UNKNOWN_FORMAT)


def _staff(number: str, unit: str | None) -> int:
    return round(float(number) * (10_000 if unit else 1))

"""Periods as resumes write them: 2023.09–2027.06, 2023年9月至今, Sep 2023 – Present, 2025.05."""

import re
from dataclasses import dataclass

_MONTHS = {name: n for n, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
)}  # fmt: skip
_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = (
    r"(?:(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月?(?:\s*\d{1,2}\s*日)?|(?:19|20)\d{2}\s*年"
    r"|(?:19|20)\d{2}\s*[./-]\s*\d{1,2}(?!\d)(?:\s*[./-]\s*\d{1,2}(?!\d))?"
    r"|\d{1,2}\s*/\s*(?:19|20)\d{2}"
    rf"|{_NAME},?\s*(?:19|20)\d{{2}}|(?:19|20)\d{{2}})"
)
_NOW = r"(?:至今|目前|现在|今|present|now|current|today|ongoing)"
_DASH = r"\s*(?:[-–—]{2,}|[-‐‑‒–—―−－~～〜∼至到]|to|until)\s*"
_PERIOD = re.compile(
    rf"[(（\[]?(?<![\d.])(?P<start>{_DAY}){_DASH}(?P<end>{_NOW}|{_DAY}|\d{{1,2}}\s*月)(?!\d)[)）\]]?"
    rf"|[(（\[]?(?<![\d.])(?P<since>{_DAY})\s*(?P<now>至今)[)）\]]?",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf"[(（\[]?(?<![\d.])(?P<start>{_DAY})(?![\d.%])(?:\s*(?:\(expected\)|毕业|expected))?[)）\]]?",
    re.IGNORECASE,
)
_WORD = re.compile(_NAME, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """``start`` and ``end`` as in an ``Entry``; ``at`` is where it stands in the text."""

    start: str
    end: str
    current: bool
    at: tuple[int, int]


def find_period(text: str) -> Period | None:
    """The first period with two ends, or one that goes on."""
    match = _PERIOD.search(text)
    if match is None:
        return None
    start = _read(match["start"] or match["since"])
    is_now = bool(match["now"] or re.fullmatch(_NOW, match["end"], re.IGNORECASE))
    if not start:
        return None
    end = "" if is_now else _read(match["end"], year=start[:4])
    return Period(start, end, is_now, match.span())


def find_day(text: str) -> Period | None:
    """The first single date, as awards have."""
    for match in _SINGLE.finditer(text):
        if start := _read(match["start"]):
            return Period(start, "", False, match.span())
    return None


def _read(text: str, year: str = "") -> str:
    years = re.search(r"(?:19|20)\d{2}", text)
    written = years[0] if years else year
    if name := _WORD.search(text):
        return f"{written}-{_MONTHS[name[0][:3].lower()]:02}"
    rest = text.replace(years[0], " ", 1) if years else text
    month = re.search(r"\d{1,2}", rest)
    if month is None:
        return written
    return f"{written}-{int(month[0]):02}" if 1 <= int(month[0]) <= 12 else ""

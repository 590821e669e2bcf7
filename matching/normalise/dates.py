"""A date as written → a date. Without a year it is the most recent such day up to ``today``."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from matching.normalise.reading import CHINESE_NUMBER, Unread, fold, is_absent, read_number


@dataclass(frozen=True, slots=True)
class DateReading:
    """``year_assumed``: the text gave only month and day."""

    original: str
    value: date | None = None
    year_assumed: bool = False
    reason: Unread | None = None


_FULL = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_COMPACT = re.compile(r"^(20\d{2})(\d{2})(\d{2})$")
_SHORT = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_AGO = re.compile(rf"(\d+|{CHINESE_NUMBER})\s*个?(分钟|小时|天|日|周|星期|月)\s*(?:之?以?前|ago)")
_DAYS = {"分钟": 0, "小时": 0, "天": 1, "日": 1, "周": 7, "星期": 7, "月": 30}
_WORDS = {
    "今天": 0, "今日": 0, "刚刚": 0, "today": 0, "昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2,
}  # fmt: skip


def read_date(text: str, *, today: date) -> DateReading:
    """Read a day; times of day and words around it (``发布于``) are ignored."""
    folded = fold(text).strip()
    if is_absent(folded):
        return DateReading(text, reason=Unread.EMPTY)
    if match := _FULL.search(folded) or _COMPACT.search(folded):
        return _dated(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _SHORT.search(folded):
        return _most_recent(text, int(match[1]), int(match[2]), today)
    days = _read_days_ago(folded)
    if days is not None:
        return DateReading(text, today - timedelta(days=days))
    return DateReading(text, reason=Unread.UNKNOWN_FORMAT)


def _dated(text: str, year: int, month: int, day: int) -> DateReading:
    try:
        return DateReading(text, date(year, month, day))
    except ValueError:
        return DateReading(text, reason=Unread.OUT_OF_RANGE)


def _most_recent(text: str, month: int, day: int, today: date) -> DateReading:
    for year in range(today.year, today.year - 5, -1):
        reading = _dated(text, year, month, day)
        if reading.value and reading.value <= today:
            return DateReading(text, reading.value, year_assumed=True)
    return DateReading(text, reason=Unread.OUT_OF_RANGE)


def _read_days_ago(folded: str) -> int | None:
    if match := _AGO.search(folded):
        number = read_number(match[1])
        return None if number is None else int(number * _DAYS[match[2]])
    return next((days for word, days in _WORDS.items() if word in folded), None)

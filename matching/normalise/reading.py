"""What all readers share: the reasons for not reading, folding, and access to reference rows."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

CHINESE_DIGITS = {
    "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "半": 0.5,
}  # fmt: skip
CHINESE_NUMBER = r"[零一二两三四五六七八九十半]{1,3}"


class Unread(StrEnum):
    """Why a text has no normalised value; the pages translate these."""

    EMPTY = "empty"
    UNKNOWN_FORMAT = "unknown_format"
    UNKNOWN_PLACE = "unknown_place"
    FOREIGN = "foreign"
    UNSUPPORTED_UNIT = "unsupported_unit"
    UNSUPPORTED_CURRENCY = "unsupported_currency"
    OUT_OF_RANGE = "out_of_range"
    OTHER_FIELD = "other_field"
    WRONG_LENGTH = "wrong_length"
    WRONG_CHARACTER = "wrong_character"
    WRONG_CHECK_DIGIT = "wrong_check_digit"


class _FoldTable(dict[int, str]):
    def __missing__(self, key: int) -> str:
        original = chr(key)
        folded = unicodedata.normalize("NFKC", original).lower()
        value = folded if len(folded) == 1 else original
        self[key] = value
        return value


_FOLD_TABLE = _FoldTable()
_ABSENT = {"", "nan", "none", "null", "-", "--", "/", "n/a", "nan-nan"}


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """NFKC and lower case, character by character: offsets stay those of the original text."""
    return text.translate(_FOLD_TABLE)


def is_absent(folded: str) -> bool:
    """Whether a folded, stripped field says nothing, or what spreadsheets write for nothing."""
    return folded in _ABSENT


def read_number(text: str) -> float | None:
    """An Arabic or small Chinese numeral: 3, 1.5, 两, 十二, 半."""
    try:
        return float(text)
    except ValueError:
        return _read_chinese_number(text)


def _read_chinese_number(text: str) -> float | None:
    tens, ten, ones = text.partition("十")
    if not set(tens + ones) <= CHINESE_DIGITS.keys() or max(len(tens), len(ones)) > 1:
        return None
    if ten:
        return CHINESE_DIGITS.get(tens, 1) * 10 + CHINESE_DIGITS.get(ones, 0)
    return CHINESE_DIGITS.get(tens)


def row_text(row: object, name: str) -> str:
    """A text field of a reference row, which may be a mapping or an object."""
    value = row.get(name) if isinstance(row, Mapping) else getattr(row, name, None)
    return "" if value is None else str(value)


def row_names(row: object, name: str) -> tuple[str, ...]:
    """A list field of a reference row; a text is split at ``|``."""
    value = row.get(name) if isinstance(row, Mapping) else getattr(row, name, None)
    if value is None:
        return ()
    parts = value.split("|") if isinstance(value, str) else value
    return tuple(part.strip() for part in parts if part.strip())

"""What an instrument is: its scales, and items with their keys."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

from employment.guidance.assessments.enums import Kind

LOWEST, HIGHEST = 1, 5
MOST_POINTS = 3


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages; ``str`` gives the reader's."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh if (get_language() or "").startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Option:
    """An answer of a judgement item; ``points`` is its key."""

    text: Text
    points: int


@dataclass(frozen=True, slots=True)
class Item:
    """``pair`` is shared by two items that ask nearly the same, one of them perhaps reversed."""

    code: str
    scale: str
    text: Text
    reverse: bool = False
    pair: str = ""
    options: tuple[Option, ...] = ()
    why: Text | None = None

    @property
    def values(self) -> range:
        return range(LOWEST, (len(self.options) or HIGHEST) + 1)

    def keyed(self, value: int) -> float:
        """The answer as 0 to 1 in the direction of the scale."""
        if self.options:
            return self.options[value - 1].points / MOST_POINTS
        share = (value - LOWEST) / (HIGHEST - LOWEST)
        return 1 - share if self.reverse else share


@dataclass(frozen=True, slots=True)
class Scale:
    code: str
    name: Text
    high: Text
    low: Text


@dataclass(frozen=True, slots=True)
class Instrument:
    """``items`` is empty where they depend on the student (skills)."""

    code: str
    kind: Kind
    minutes: int
    name: Text
    about: Text
    question: Text
    labels: tuple[Text, ...]
    cannot: Text
    source: Text
    scales: tuple[Scale, ...]
    items: Mapping[str, Item]

    def scale(self, code: str) -> Scale:
        return next(one for one in self.scales if one.code == code)

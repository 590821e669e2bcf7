"""Names, numbers, dates and lists as the reader's language writes them."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils import formats
from django.utils.translation import get_language, pgettext

from employment.common.numbers import percent, thousands
from employment.students.enums import Degree, ExperienceKind, FurtherStudy, SkillLevel

Values = Mapping[str, Any]
Sayer = Callable[[Values], str]
NAMED = frozenset({"name", "occupation", "region", "place", "major", "assessment"})


def name(value: Any) -> str:
    """A name in both languages, or a text as somebody wrote it."""
    if isinstance(value, Mapping):
        english = (get_language() or "").startswith("en")
        return str(value["en"] if english else value["zh"])
    return str(value or "")


def listed(names: Iterable[Any]) -> str:
    return pgettext("list", ", ").join(name(one) for one in names)


def share(value: float) -> str:
    return percent(value, 0)


def pay(value: float) -> str:
    return thousands(round(value / 100) * 100)


def day(text: str) -> str:
    return formats.date_format(dt.date.fromisoformat(text), "DATE_FORMAT") if text else ""


def month(text: str) -> str:
    return text[:7].replace("-", ".")


def degree(value: int | None) -> str:
    return str(Degree(value).label) if value in Degree.values else ""


def level(value: int) -> str:
    return str(SkillLevel(value).label)


def kind(value: str) -> str:
    return str(ExperienceKind(value).label)


def study(value: str) -> str:
    return str(FurtherStudy(value).label)


def shown(values: Values) -> dict[str, Any]:
    """Values with the names in the reader's language, for ``%`` formatting."""
    return {key: name(one) if key in NAMED else one for key, one in values.items()}

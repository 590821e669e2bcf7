"""Pay as written → CNY a month.

Conventions: a day counts 21.75 times a month (the statutory average of paid days), an hour 8 hours
a day, a year one twelfth, a week 52 twelfths. ``13薪`` is kept as ``months_per_year`` and does not
change the monthly figure. A bound without its own 千/万 takes that of the other bound. Figures
without a period are monthly, unless they can only be a year's (from 100,000, neither k nor 13薪)
or a day's (50 to 1,000); both are reported as doubts.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from matching.normalise.reading import Unread, fold, is_absent

DAYS_PER_MONTH = 21.75
HOURS_PER_DAY = 8
PLAUSIBLE_LOW, PLAUSIBLE_HIGH, PLAUSIBLE_RATIO = 1_000, 100_000, 5
YEARLY_FROM, DAILY_FROM, DAILY_BELOW = 100_000, 50, 1_000


class PayUnit(StrEnum):
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class PayDoubt(StrEnum):
    """Something a person should look at; the figure itself is left as read."""

    SWAPPED = "swapped"
    LOW = "low"
    HIGH = "high"
    WIDE = "wide"
    ASSUMED_YEAR = "assumed_year"
    ASSUMED_DAY = "assumed_day"


@dataclass(frozen=True, slots=True)
class Pay:
    """Bounds are CNY a month before tax, ``None`` where the text leaves them open."""

    original: str
    minimum: int | None = None
    maximum: int | None = None
    unit: PayUnit | None = None
    months_per_year: float = 12
    negotiable: bool = False
    part_time: bool = False
    doubts: tuple[PayDoubt, ...] = ()
    reason: Unread | None = None


_PER_MONTH = {
    PayUnit.HOUR: HOURS_PER_DAY * DAYS_PER_MONTH,
    PayUnit.DAY: DAYS_PER_MONTH,
    PayUnit.WEEK: 52 / 12,
    PayUnit.MONTH: 1,
    PayUnit.YEAR: 1 / 12,
}
_MULTIPLIER = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, "百": 100}
_BONUS_MONTHS = re.compile(
    r"(\d{1,2}(?:\.\d)?)\s*(?:[-~至到]\s*\d{1,2}(?:\.\d)?)?\s*(?:个月薪?资?|薪)"
)
_NEGOTIABLE = re.compile(r"面议|面谈|另议|详谈|negotiable|待定|保密")
_CURRENCY = re.compile(r"usd|美元|美金|hkd|港[币元]|eur|欧元|日元|jpy|新币|sgd|英镑|gbp|[$€£]")
_UNSUPPORTED = re.compile(r"[/每一]\s*(?:件|单|次|篇|场|趟|平米|节)|计件")
_UNITS = (
    (PayUnit.YEAR, re.compile(r"年薪|[/每一元]\s*年|annual|per\s*year|/\s*y")),
    (PayUnit.HOUR, re.compile(r"时薪|[/每一元]\s*(?:小?时|课时)|小时|/\s*h|hour")),
    (PayUnit.DAY, re.compile(r"日薪|[/每一元]\s*[天日]|/\s*d|day|天")),
    (PayUnit.WEEK, re.compile(r"周薪|[/每一元]\s*周|week")),
    (PayUnit.MONTH, re.compile(r"月薪|[/每一元]\s*(?:个?月)|/\s*m|month|月")),
)
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(万|w|千|k|百)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_UPPER_ONLY = re.compile(r"以下|以内|封顶|不超过|最高|nan\s*[-~]\s*\d|^[<≤]")


def read_pay(text: str) -> Pay:
    """Read one pay statement; a text about something else gives a reason, never a guess."""
    folded = _THOUSANDS.sub("", fold(text).strip())
    if is_absent(folded):
        return Pay(text, reason=Unread.EMPTY)
    bonus = _BONUS_MONTHS.search(folded)
    months = float(bonus[1]) if bonus and float(bonus[1]) >= 12 else 12
    amounts = _read_amounts(_BONUS_MONTHS.sub(" ", folded))
    if not amounts:
        if _NEGOTIABLE.search(folded):
            return Pay(text, negotiable=True)
        return Pay(text, reason=Unread.UNKNOWN_FORMAT)
    if _CURRENCY.search(folded):
        return Pay(text, reason=Unread.UNSUPPORTED_CURRENCY)
    if _UNSUPPORTED.search(folded):
        return Pay(text, reason=Unread.UNSUPPORTED_UNIT)
    return _build_pay(text, folded, amounts, months)


def _read_amounts(folded: str) -> list[float]:
    found = [(float(number), unit) for number, unit in _NUMBER.findall(folded)][:2]
    if len(found) < 2:
        return [number * _MULTIPLIER.get(unit, 1) for number, unit in found]
    (low, low_unit), (high, high_unit) = found
    upper = high * _MULTIPLIER.get(high_unit, 1)
    if not low_unit and low * _MULTIPLIER.get(high_unit, 1) <= upper:
        low_unit = high_unit
    elif not high_unit and high * _MULTIPLIER.get(low_unit, 1) >= low:
        upper = _inherit_upper(low, high, low_unit)
    return [low * _MULTIPLIER.get(low_unit, 1), upper]


def _inherit_upper(low: float, high: float, unit: str) -> float:
    """``3k-5`` means 5k, ``8k-12000`` means 12000."""
    factor = _MULTIPLIER.get(unit, 1)
    return high if high >= low * factor else high * factor


def _read_unit(folded: str, amounts: list[float]) -> tuple[PayUnit, tuple[PayDoubt, ...]]:
    for unit, pattern in _UNITS:
        if pattern.search(folded):
            return unit, ()
    if "薪" in folded or "k" in folded:
        return PayUnit.MONTH, ()
    if min(amounts) >= YEARLY_FROM:
        return PayUnit.YEAR, (PayDoubt.ASSUMED_YEAR,)
    if min(amounts) >= DAILY_FROM and max(amounts) < DAILY_BELOW:
        return PayUnit.DAY, (PayDoubt.ASSUMED_DAY,)
    return PayUnit.MONTH, ()


def _build_pay(text: str, folded: str, amounts: list[float], months: float) -> Pay:
    unit, doubts = _read_unit(folded, amounts)
    low, high = _bounds(folded, [round(amount * _PER_MONTH[unit]) for amount in amounts])
    if low is not None and high is not None and low > high:
        low, high = high, low
        doubts += (PayDoubt.SWAPPED,)
    return Pay(
        text,
        minimum=low,
        maximum=high,
        unit=unit,
        months_per_year=months,
        negotiable=bool(_NEGOTIABLE.search(folded)),
        part_time=unit is PayUnit.HOUR,
        doubts=doubts + _implausible(low, high),
    )


_LOWER_ONLY = re.compile(r"以上|起|\+|不低于|保底|至少|最低|^[>≥]|-\s*nan")


def _bounds(folded: str, monthly: list[int]) -> tuple[int | None, int | None]:
    if len(monthly) == 2:
        return monthly[0], monthly[1]
    if _UPPER_ONLY.search(folded):
        return None, monthly[0]
    if _LOWER_ONLY.search(folded):
        return monthly[0], None
    return monthly[0], monthly[0]


def _implausible(low: int | None, high: int | None) -> tuple[PayDoubt, ...]:
    doubts = []
    known = [value for value in (low, high) if value is not None]
    if min(known) < PLAUSIBLE_LOW:
        doubts.append(PayDoubt.LOW)
    if max(known) > PLAUSIBLE_HIGH:
        doubts.append(PayDoubt.HIGH)
    if low and high and high > low * PLAUSIBLE_RATIO:
        doubts.append(PayDoubt.WIDE)
    return tuple(doubts)

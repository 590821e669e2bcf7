"""How numbers are written, in pages, charts and exports alike."""

from decimal import Decimal

from django.utils.formats import number_format

Number = int | float | Decimal
EN_DASH, MINUS = "–", "−"


def thousands(value: Number | None, places: int = 0) -> str:
    """Grouped digits with a real minus sign; unknown stays empty."""
    if value is None:
        return ""
    return number_format(value, decimal_pos=places, force_grouping=True).replace("-", MINUS)


def percent(value: Number | None, places: int = 1) -> str:
    """A share between 0 and 1 as a percentage; unknown stays empty, it is not 0 %."""
    if value is None:
        return ""
    return f"{thousands(float(value) * 100, places)}%"


def points(value: Number | None, places: int = 1) -> str:
    """A difference of shares in percentage points, with its sign."""
    if value is None:
        return ""
    text = thousands(abs(float(value)) * 100, places)
    return f"{'+' if value > 0 else MINUS if value < 0 else ''}{text}"

"""How numbers are written, in pages, charts and exports alike."""

from decimal import Decimal

Number = int | float | Decimal
EN_DASH, MINUS = "–", "−"


def thousands(value: Number | None, places: int = 0) -> str:
    """Digits in groups of three, in both languages, with a real minus; unknown stays empty."""
    if value is None:
        return ""
    return f"{value:,.{places}f}".replace("-", MINUS)


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

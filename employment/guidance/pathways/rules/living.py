"""Pay in different places made comparable."""

AVERAGE_LEVEL = 100.0


def adjusted_pay(pay: float, *, rent: float, price_level: float) -> float:
    """What of a month's pay is left after rent, in yuan of average prices.

    ``price_level``: consumer prices of the place without rent, national average 100. The result
    is negative where the rent is above the pay. Raises ``ValueError`` for a level of 0 or less.
    """
    if price_level <= 0:
        raise ValueError("A price level is above zero.")
    return (pay - rent) * AVERAGE_LEVEL / price_level

"""Numbers for unique names, counted per prefix: a test sees the same names every time."""

from collections import defaultdict
from itertools import count

_counters: dict[str, count] = defaultdict(lambda: count(1))


def next_number(prefix: str) -> int:
    return next(_counters[prefix])


def restart_numbers() -> None:
    """Called before every test."""
    _counters.clear()

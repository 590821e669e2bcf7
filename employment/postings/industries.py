"""An industry as job sites write it → a division or section of GB/T 4754."""

import re

from employment.taxonomy import selectors
from employment.taxonomy.selectors.rows import kept_per_process

SEPARATOR = re.compile(r"[,，、/|;；·\s()（）]+")


def industry_code(text: str) -> str | None:
    """The first part of ``text`` that is known; whole words first, then keywords inside them."""
    parts = [part.casefold() for part in SEPARATOR.split(text) if part]
    known = industry_names()
    for part in [text.strip().casefold(), *parts]:
        if part in known:
            return known[part]
    for part in parts:
        inside = [word for word in known if len(word) > 1 and word in part]
        if inside:
            return known[max(inside, key=len)]
    return None


@kept_per_process
def industry_names() -> dict[str, str]:
    """Divisions win over sections where both claim a word."""
    names: dict[str, str] = {}
    for row in sorted(selectors.industry_rows(), key=lambda row: row.level == "section"):
        for word in (row.name, *row.keywords):
            names.setdefault(word.casefold(), row.code)
    return names

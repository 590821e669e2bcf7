"""Clean a posting's text: markup, entities, odd bullets, masks; lines stay lines."""

import html
import re
from dataclasses import dataclass

from matching.normalise.reading import Unread, is_absent


@dataclass(frozen=True, slots=True)
class CleanText:
    original: str
    value: str = ""
    reason: Unread | None = None


_BLOCK_TAG = re.compile(r"<\s*(?:br|/p|/div|/li|/tr|/h\d)\s*/?\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_MASK = re.compile(r"[、，,]?\s*\*{3,}")
_BULLET = re.compile(r"[\ue000-\uf8ff●■◆★▪▶►◎※☆◇□▲⚫⬤✔✓❖➢➤]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")
_WIDE_RANGES = ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B))
_WIDE = {code: code - 0xFEE0 for first, end in _WIDE_RANGES for code in range(first, end)}
_WIDE[0x3000] = 0x20


def clean_text(text: str) -> CleanText:
    """Make a text readable without changing its words; Chinese punctuation is kept."""
    value = html.unescape(html.unescape(text)) if "&" in text else text
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in value:
        value = _TAG.sub("", _BLOCK_TAG.sub("\n", value))
    value = _INVISIBLE.sub("", value.translate(_WIDE))
    value = _BULLET.sub("• ", _MASK.sub("", value))
    value = _BLANK_LINES.sub("\n", _SPACES.sub(" ", value)).strip()
    return CleanText(text, value, Unread.EMPTY if is_absent(value.lower()) else None)

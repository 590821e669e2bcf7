"""Chinese as it is typed on a Latin keyboard: pinyin in full, and the first letters.

The table of phrases (会计 is read kuaiji, not huiji) costs 40 MB: only who writes vocabularies
loads it. A web process reads single characters, each in every way it can be read.
"""

import os
import re
from functools import lru_cache
from itertools import islice, product
from types import ModuleType

HAN = re.compile(r"[㐀-鿿]")
LATIN = re.compile(r"[a-z]{2,}")
MAX_READINGS = 12


def full_pinyin(text: str) -> str:
    """Syllables without tones in one word, other letters and digits kept (会计 → kuaiji)."""
    return "".join(map(_letters, _with_phrases().lazy_pinyin(text)))


def pinyin_initials(text: str) -> str:
    """The first letter of each syllable (前端开发 → qdkf); Latin words are kept whole."""
    library = _with_phrases()
    first = library.Style.FIRST_LETTER
    return "".join(map(_letters, library.lazy_pinyin(text, style=first, strict=False)))


@lru_cache(maxsize=1024)
def pinyin_readings(text: str) -> tuple[str, ...]:
    """Ways the text may be read, at most ``MAX_READINGS``: a wrong character is usually one that
    sounds the same (会记 for 会计)."""
    library = _characters()
    syllables = library.pinyin(text, style=library.Style.NORMAL, heteronym=True)
    spoken = ("".join(map(_letters, way)) for way in product(*syllables))
    return tuple(dict.fromkeys(islice(spoken, MAX_READINGS)))


def is_pinyin_like(text: str) -> bool:
    """Letters only, spaces aside: may be Chinese typed without an input method."""
    return bool(LATIN.fullmatch("".join(text.lower().split()).replace("'", "")))


def has_han(text: str) -> bool:
    return HAN.search(text) is not None


@lru_cache(maxsize=1)
def _characters() -> ModuleType:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # read once, while the package is imported
    import pypinyin  # noqa: PLC0415 -- 13 MB, and few searches need it

    return pypinyin


@lru_cache(maxsize=1)
def _with_phrases() -> ModuleType:
    library = _characters()
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415 -- 40 MB, for vocabularies

    library.load_phrases_dict(phrases_dict)
    return library


def _letters(part: str) -> str:
    return "".join(char for char in part.lower() if char.isascii() and char.isalnum())

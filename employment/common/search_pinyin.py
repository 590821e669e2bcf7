"""Chinese as it is typed on a Latin keyboard: pinyin in full, and the first letters.

The table of phrases (会计 is read kuaiji, not huiji) costs 40 MB: only who writes vocabularies
loads it. A web process reads single characters, each in every way it can be read.
"""

import os
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, product
from types import ModuleType

HAN = re.compile(r"[㐀-鿿]")
LATIN = re.compile(r"[a-z]{2,}")
MAX_READINGS = 12
LONGEST_NAME = 24
LONGEST_SYLLABLE = 6
LONGEST_INITIALS = 4


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


def name_pattern(text: str) -> str:
    """A regular expression for names that begin with characters of these sounds: syllables
    (zhangsan, zhang s) or initials (zs); empty when the text cannot be pinyin."""
    typed = "".join(text.lower().split()).replace("'", "")
    if not is_pinyin_like(text) or len(typed) > LONGEST_NAME:
        return ""
    ways = [way for way in _cuts(typed) if len(way) > 1 or way[0] in _sounds()]
    classes = ("".join(f"[{_characters_of(sound)}]" for sound in way) for way in ways)
    return "|".join(f"^{pattern}" for pattern in islice(classes, MAX_READINGS))


def _cuts(typed: str) -> list[tuple[str, ...]]:
    """The text as syllables, the last one perhaps unfinished, and as initials alone."""
    found = list(_syllables(typed))
    if len(typed) <= LONGEST_INITIALS:
        found.append(tuple(typed))
    return list(dict.fromkeys(found))


def _syllables(typed: str) -> Iterator[tuple[str, ...]]:
    if any(sound.startswith(typed) for sound in _sounds()):
        yield (typed,)
    for end in range(1, min(len(typed), LONGEST_SYLLABLE + 1)):
        if typed[:end] in _sounds():
            yield from ((typed[:end], *rest) for rest in _syllables(typed[end:]))


def _characters_of(sound: str) -> str:
    """The characters of a syllable; of a beginning, those of every syllable that goes on so."""
    exact = _sounds().get(sound)
    return exact or "".join(c for name, c in _sounds().items() if name.startswith(sound))


@lru_cache(maxsize=1)
def _sounds() -> Mapping[str, str]:
    """Syllable without tone → the characters that are read so, of those that names use."""
    library = _characters()
    found: dict[str, str] = {}
    for code in range(0x4E00, 0x9FA6):
        char = chr(code)
        if not _is_common(char):
            continue
        for sound in library.pinyin(char, style=library.Style.NORMAL, heteronym=True)[0]:
            found[_letters(sound)] = found.get(_letters(sound), "") + char
    return found


def _is_common(char: str) -> bool:
    try:
        return bool(char.encode("gbk"))
    except UnicodeEncodeError:
        return False

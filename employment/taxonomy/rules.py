"""Decisions about reference rows that need neither files nor database."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

_MARKS = re.compile(r"(?<=[\u4e00-\u9fff）])(L/S|L|S)$")
_LIST_SEPARATORS = re.compile(r"\s*[,，;；]\s*")


def fold(text: str) -> str:
    """One spelling for comparison: NFKC, lower case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def split_marks(printed_name: str) -> tuple[str, bool, bool]:
    """`…技术人员L/S` → the name, whether it is a green, whether a digital occupation."""
    found = _MARKS.search(printed_name)
    marks = found[1] if found else ""
    return _MARKS.sub("", printed_name), "L" in marks, "S" in marks


def parent_of_occupation(code: str, known: Mapping[str, object]) -> str | None:
    """The nearest group above: some minor groups have no row of their own."""
    parts = code.split("-")
    for position in (3, 2, 1):
        parts[position] = "00"
        group = "-".join(parts)
        if group != code and group in known:
            return group
    return None


def initials_of(text: str, initials: Mapping[str, str]) -> str:
    """Pinyin initials, longest known phrase first (`会计` → kj); other characters are kept."""
    longest = max(map(len, initials), default=1)
    written, position = [], 0
    while position < len(text):
        for length in range(min(longest, len(text) - position), 0, -1):
            piece = text[position : position + length]
            if length == 1 or piece in initials:
                written.append(initials.get(piece, piece))
                position += length
                break
    return "".join(written)


def search_text(spellings: Iterable[str], initials: Mapping[str, str]) -> str:
    """Every folded spelling and its initials between bars."""
    folded = [fold(spelling) for spelling in spellings if spelling]
    texts = [*folded, *(initials_of(text, initials) for text in folded)]
    return "|" + "".join(f"{text}|" for text in dict.fromkeys(texts))


def unique_texts(candidates: Sequence[Sequence[str]]) -> list[str]:
    """For each row the first of its candidate texts that no earlier choice can be confused with.

    Rows come in order of precedence: the first of several namesakes keeps the plain name.
    """
    counts = Counter(fold(texts[0]) for texts in candidates if texts)
    taken: set[str] = set()
    chosen = []
    for texts in candidates:
        free = (text for text in texts if fold(text) not in taken)
        text = next(
            (t for t in free if counts[fold(t)] == 0 or fold(t) == fold(texts[0])), texts[-1]
        )
        taken.add(fold(text))
        chosen.append(text)
    return chosen


def without_list_separators(text: str) -> str:
    """A text box separates names by commas and semicolons, so a name must not contain one."""
    return _LIST_SEPARATORS.sub(" / ", text)

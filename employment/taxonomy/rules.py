"""Decisions about reference rows that need neither files nor database."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

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


@dataclass(frozen=True, slots=True)
class Initials:
    """`letters`: a character → its pinyin initial, a phrase read differently → its initials."""

    letters: Mapping[str, str]
    longest: int

    @classmethod
    def of(cls, letters: Mapping[str, str]) -> Self:
        return cls(letters, max(map(len, letters), default=1))

    def write(self, text: str) -> str:
        """Longest known phrase first (`会计` → kj); other characters are kept."""
        written, position = [], 0
        while position < len(text):
            piece = self._phrase_at(text, position)
            written.append(self.letters.get(piece, piece))
            position += len(piece)
        return "".join(written)

    def _phrase_at(self, text: str, position: int) -> str:
        for length in range(min(self.longest, len(text) - position), 1, -1):
            if (piece := text[position : position + length]) in self.letters:
                return piece
        return text[position]


def search_text(spellings: Iterable[str], initials: Initials) -> str:
    """Every folded spelling and its initials between bars."""
    folded = [fold(spelling) for spelling in spellings if spelling]
    texts = [*folded, *map(initials.write, folded)]
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

"""Majors as written → codes of the catalogue.

A major is named in many ways: its name, its class (计算机类), its discipline (理学), a former name,
or a short word (财会, 中文). Codes keep the catalogue's levels apart: two digits a discipline, four
a class, six a major; postgraduate codes carry their letter.

Six names (哲学, 经济学, 法学, 教育学, 历史学, 农学) are both a discipline and one major of it. In a
list the discipline is meant, unless the list also names something inside that discipline, or
consists of majors otherwise; 法学 is the law programme unless only disciplines stand beside it.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, Self

import ahocorasick_rs

from matching.normalise.reading import fold, row_names, row_text

Coding = Literal["national", "recruiting"]
_WORDS_FILE = Path(__file__).parent / "data" / "major_words.csv"
LAST_UNDERGRADUATE_DISCIPLINE = 14
LONGEST_CLASS = 5
_NARROW_HOMONYMS = {"法学"}
_PARENTHESIS = re.compile(r"\([^()]*\)")
_STRONG_SEPARATOR = re.compile(r"[,;\n]|\s{2,}")
_WEAK_SEPARATOR = re.compile(r"[、/\s]|以?及|和|或者?")
_RELATED = re.compile(r"相[关近似]|related|类似")
_UNLIMITED = re.compile(r"不限|不要求|无要求|无限制")
_TAIL = re.compile(r"(?:等|相[关近似]|类似|方向|的|各|全日制|本科|专业|学科|领域|毕业生?)+$")
_HEAD = re.compile(r"^(?:等|相[关近似]的?|其他|及|和|或|与|限|专业要求|专业)+:?")


class Grain(StrEnum):
    DISCIPLINE = "discipline"
    CLASS = "class"
    MAJOR = "major"


@dataclass(frozen=True, slots=True)
class ResolvedMajors:
    """``codes`` in the order of the text; ``unresolved`` are the names nothing is known about."""

    codes: tuple[str, ...] = ()
    unresolved: tuple[str, ...] = ()
    related: bool = False
    unlimited: bool = False


@dataclass(frozen=True)
class MajorIndex:
    """Names → codes by grain, and short words → codes; build once with ``from_rows``."""

    names: dict[Grain, dict[str, tuple[str, ...]]]
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def from_rows(cls, rows: Iterable[object], *, coding: Coding = "national") -> Self:
        """Rows have code, name, level, class_code, class_name, discipline_code and discipline.

        They may have former_names. ``recruiting`` gives the undergraduate codes of the recruiting
        catalogue (``recruiting_code``), whose classes are numbered differently.
        """
        names = _NameTable()
        for row in rows:
            names.add_row(row, coding)
        index = cls(names.frozen())
        index.words.update(_resolve_words(index))
        return index

    def codes(self, name: str, *, prefer: Grain | None = None) -> tuple[str, ...]:
        """Codes of one name (folded), the empty tuple when it is unknown."""
        grains = (prefer, *Grain) if prefer else tuple(Grain)
        exact = [self.names[grain].get(name, ()) for grain in grains]
        if not prefer and any(exact):
            return tuple(dict.fromkeys(code for codes in exact for code in codes))
        return next((codes for codes in exact if codes), ())

    def lookup(self, name: str) -> tuple[str, ...]:
        """What a name on its own stands for: an undergraduate name itself, else the short word.

        A word adds the codes of other levels to an undergraduate name (会计学 → 大数据与会计).
        """
        exact, word = self.codes(name), self.words.get(name, ())
        if any(is_undergraduate(code) for code in exact):
            word = tuple(code for code in word if not is_undergraduate(code))
        return tuple(dict.fromkeys((*exact, *word)))

    @cached_property
    def compound_names(self) -> tuple[str, ...]:
        """Names that contain a separator themselves (土木、水利与交通工程), the longest first."""
        names = {name for table in self.names.values() for name in table}
        return tuple(sorted(filter(_WEAK_SEPARATOR.search, names), key=len, reverse=True))

    @cached_property
    def terms(self) -> tuple[str, ...]:
        names = {name for table in self.names.values() for name in table} | self.words.keys()
        return tuple(sorted(name for name in names if len(name) > 1))

    @cached_property
    def automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(
            self.terms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def is_homonym(self, name: str) -> bool:
        return name in self.names[Grain.DISCIPLINE] and name in self.names[Grain.MAJOR]

    def grain(self, name: str) -> Grain | None:
        return next((grain for grain in Grain if name in self.names[grain]), None)


class _NameTable:
    def __init__(self) -> None:
        self._exact: dict[Grain, dict[str, list[str]]] = {g: defaultdict(list) for g in Grain}
        self._former: dict[str, list[str]] = defaultdict(list)

    def add_row(self, row: object, coding: Coding) -> None:
        codes = _codes_of(row, coding)
        if codes is None:
            return
        major, klass, discipline = codes
        self._add(Grain.MAJOR, row_text(row, "name"), major)
        self._add(Grain.CLASS, row_text(row, "class_name"), klass)
        self._add(Grain.DISCIPLINE, row_text(row, "discipline"), discipline)
        for former in row_names(row, "former_names"):
            self._former[_bare(former)].append(major)

    def _add(self, grain: Grain, name: str, code: str) -> None:
        for written in {fold(name).strip(), _bare(name)} - {""}:
            if code not in self._exact[grain][written]:
                self._exact[grain][written].append(code)

    def frozen(self) -> dict[Grain, dict[str, tuple[str, ...]]]:
        """A former name counts only where no present name is spelt like it."""
        present = {name for table in self._exact.values() for name in table}
        for former, codes in self._former.items():
            if former not in present:
                self._exact[Grain.MAJOR][former] = list(dict.fromkeys(codes))
        return {
            grain: {name: tuple(codes) for name, codes in table.items()}
            for grain, table in self._exact.items()
        }


def is_undergraduate(code: str) -> bool:
    """Vocational codes begin above 14, postgraduate ones with a letter."""
    return code[:2].isdigit() and int(code[:2]) <= LAST_UNDERGRADUATE_DISCIPLINE


def _codes_of(row: object, coding: Coding) -> tuple[str, str, str] | None:
    if coding == "recruiting":
        code = row_text(row, "recruiting_code").lstrip("ABC")
        if not code or row_text(row, "level") != "undergraduate":
            return None
        return code, code[:4], code[:2]
    return (
        row_text(row, "code").rstrip("TK"),
        row_text(row, "class_code"),
        row_text(row, "discipline_code"),
    )


def _bare(name: str) -> str:
    """Without remarks in brackets and without the label of a professional master's degree."""
    return _PARENTHESIS.sub("", fold(name)).strip().removesuffix("硕士")


@cache
def word_targets() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Short words with the names of majors, classes and disciplines they stand for."""
    with _WORDS_FILE.open(encoding="utf-8", newline="") as file:
        return tuple((row["word"], row_names(row, "targets")) for row in csv.DictReader(file))


def _resolve_words(index: MajorIndex) -> dict[str, tuple[str, ...]]:
    """The short words, and the names of classes and majors without their ending (土木类 → 土木)."""
    words: dict[str, tuple[str, ...]] = {}
    for word, targets in word_targets():
        codes = [code for target in targets for code in _target_codes(index, target)]
        if codes:
            words[word] = without_covered(codes)
    for grain in (Grain.CLASS, Grain.MAJOR):
        for name, named in index.names[grain].items():
            for ending in ("类", "学"):
                stem = name.removesuffix(ending)
                if stem != name and len(stem) > 1 and not index.codes(stem) and stem not in words:
                    words.setdefault(stem, named)
    return words


def _target_codes(index: MajorIndex, target: str) -> tuple[str, ...]:
    """A word's target is the class when one is called so, else the discipline or the major."""
    if index.is_homonym(target):
        return index.names[Grain.DISCIPLINE][target]
    return index.codes(target)


def without_covered(codes: Iterable[str]) -> tuple[str, ...]:
    """Drop codes whose class or discipline is there as well."""
    unique = dict.fromkeys(codes)
    return tuple(
        code
        for code in unique
        if not any(
            code[:length] in unique for length in range(2, min(len(code), LONGEST_CLASS + 1))
        )
    )


def resolve_majors(text: str, majors: MajorIndex) -> ResolvedMajors:
    """Resolve a list of accepted majors, as official tables and posting forms write it."""
    folded = fold(text)
    names: list[str] = []
    unresolved: list[str] = []
    for piece in _STRONG_SEPARATOR.split(folded):
        for name in _names_in(piece.strip(), majors):
            (names if _known(name, majors) else unresolved).append(name)
    codes = [code for name in names for code in codes_in_list(name, names, majors)]
    return ResolvedMajors(
        codes=tuple(dict.fromkeys(codes)),
        unresolved=tuple(name for name in unresolved if name),
        related=bool(_RELATED.search(folded)),
        unlimited=bool(_UNLIMITED.search(folded)) and not codes,
    )


def _known(name: str, majors: MajorIndex) -> bool:
    return bool(majors.lookup(name))


def _names_in(piece: str, majors: MajorIndex) -> list[str]:
    """The piece as one name, else without its trimmings, else cut at weaker separators."""
    for written in (piece, _bare(piece), _trim(piece), _trim(_bare(piece))):
        if _known(written, majors):
            return [written]
    parts = [_trim(part) for part in _WEAK_SEPARATOR.split(_PARENTHESIS.sub("", piece))]
    if sum(map(bool, parts)) > 1:
        return [name for name in _join_split_names(parts, piece, majors) if name]
    bracketed = [_trim(part[1:-1]) for part in _PARENTHESIS.findall(piece)]
    return [name for name in (_trim(_bare(piece)), *bracketed) if name and not _is_filler(name)]


def _join_split_names(parts: list[str], piece: str, majors: MajorIndex) -> list[str]:
    """Names that contain a separator themselves (土木、水利与交通工程) are found before cutting."""
    for name in majors.compound_names:
        if name in piece:
            before, _, after = piece.partition(name)
            return [*_names_in(before, majors), name, *_names_in(after, majors)]
    return [part for part in parts if not _is_filler(part)]


def _is_filler(name: str) -> bool:
    return bool(_UNLIMITED.search(name)) or name in {"等", "专业", "相关", "均可", "不限"}


def _trim(name: str) -> str:
    return _TAIL.sub("", _HEAD.sub("", name.strip(" .:()\"'"))).strip()


def codes_in_list(name: str, names: Sequence[str], majors: MajorIndex) -> tuple[str, ...]:
    if majors.is_homonym(name):
        return majors.codes(name, prefer=_grain_in_list(name, names, majors))
    return majors.lookup(name)


def _grain_in_list(name: str, names: Sequence[str], majors: MajorIndex) -> Grain:
    """Whether a name that is both means the discipline or the major (see the module's text)."""
    discipline = majors.names[Grain.DISCIPLINE][name]
    others = [other for other in names if other != name]
    for other in others:
        if any(code.startswith(discipline) for code in majors.codes(other, prefer=Grain.CLASS)):
            return Grain.MAJOR
    grains = {majors.grain(other) for other in others}
    if name in _NARROW_HOMONYMS:
        only_wide = bool(others) and grains == {Grain.DISCIPLINE}
        has_wide = any(
            majors.grain(other) is Grain.DISCIPLINE and not majors.is_homonym(other)
            for other in others
        )
        return Grain.DISCIPLINE if only_wide or has_wide else Grain.MAJOR
    is_wide = not others or Grain.CLASS in grains or grains == {Grain.DISCIPLINE}
    return Grain.DISCIPLINE if is_wide or name == "哲学" else Grain.MAJOR

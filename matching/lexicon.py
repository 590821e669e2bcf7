"""Find the skills of the lexicon in a text, with their place in the original text.

Leftmost-longest over all names and aliases, after folding width and case. A term that begins or
ends in an ASCII letter or digit must stand alone there (Java in JavaScript does not count; a
version number after it does: HTML5, Vue 3.0). A short Chinese term may not be cut out of other
words of the segmented text (护工 in 维护工作). A term that is a letter, a short abbreviation or an
everyday English word counts only with one of its skill's context words, or in one list with a
certain skill of the same family.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, Self

import ahocorasick_rs
import rjieba

from matching.normalise.reading import fold, row_names, row_text

CONTEXT_REACH = 40
LONGEST_SEGMENTED = 3
SHORTEST_JOINED = 7
_WORD = re.compile(r"[a-z0-9]")
_WORDLIKE = re.compile(r"[a-z0-9+#]")
_VERSION = re.compile(r"\s?\d+(?:\.[\dx]+)*(?![a-z0-9])")
_THING_ENDINGS = "品机头准部场馆池室车卡费额店园期器"
_SPACES = re.compile(r"\s+")
_LIST_GAP = re.compile(r"[\s、,,/|和与及或\[\]()+.;等]{1,4}")
_ENGLISH_GOES_ON = re.compile(r"\s[a-z]{2,}")
_ENGLISH_BEFORE = re.compile(r"[a-z]{2,}[,.]?\s$")


@dataclass(frozen=True, slots=True)
class SkillEntry:
    """``kind`` is one of skill, tool, soft, certificate, language."""

    id: str
    name: str
    kind: str
    family: str = ""
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillSpan:
    """``text[start:end]`` of the original text names the skill."""

    skill: SkillEntry
    start: int
    end: int


_Match = tuple[int, int, int]
"""Start, minus end and term: sorted, the longest of each start comes first."""


class _Candidate(NamedTuple):
    start: int
    end: int
    term: int


class Lexicon:
    """An immutable automaton over the lexicon; build once, share freely between threads."""

    def __init__(self, terms: Sequence[str], owners: Sequence[Sequence[SkillEntry]]) -> None:
        self._terms = terms
        self._owners = owners
        self._automaton = ahocorasick_rs.AhoCorasick(list(terms)) if terms else None
        self._has_ascii_edge = [
            bool(_WORDLIKE.match(t[0]) or _WORDLIKE.match(t[-1])) for t in terms
        ]
        self._is_short = [len(t) <= LONGEST_SEGMENTED and not t.isascii() for t in terms]
        self._certain = [_certain_owner(*pair) for pair in zip(terms, owners, strict=True)]
        self.entries = {entry.id: entry for group in owners for entry in group}

    @classmethod
    def from_rows(cls, skill_rows: Iterable[object]) -> Self:
        """Rows have id, name, kind, and may have name_en, family, aliases and contexts."""
        owners: dict[str, list[SkillEntry]] = defaultdict(list)
        for row in skill_rows:
            entry = _entry_of(row)
            written = (entry.name, row_text(row, "name_en"), *row_names(row, "aliases"))
            spelt = (spelling for name in written for spelling in _spellings(name))
            for term in filter(None, dict.fromkeys(spelt)):
                owners[term].append(entry)
        return cls(list(owners), list(owners.values()))

    def find(self, text: str) -> list[SkillSpan]:
        """Skills in order of appearance; a skill named twice appears twice."""
        folded = fold(text).replace("\n", " ").replace("\t", " ")
        candidates = self._whole_words(self._standing_alone(folded), folded)
        certain = [(c, entry) for c in candidates if (entry := self._certain[c.term])]
        spans = []
        for candidate in candidates:
            entry = self._certain[candidate.term] or self._confirm(candidate, folded, certain)
            if entry:
                spans.append(SkillSpan(entry, candidate.start, candidate.end))
        return spans

    def _standing_alone(self, folded: str) -> list[_Match]:
        if self._automaton is None:
            return []
        return sorted(
            (start, -end, term)
            for term, start, end in self._automaton.find_matches_as_indexes(
                folded, overlapping=True
            )
            if not self._has_ascii_edge[term] or _is_alone(folded, start, end)
        )

    def _whole_words(self, matches: list[_Match], folded: str) -> list[_Candidate]:
        """Leftmost-longest, chosen anew without what is cut out of words: 驾照 in 具|有驾照."""
        chosen = self._leftmost_longest(matches)
        if not any(self._is_short[candidate.term] for candidate in chosen):
            return chosen
        words = _word_starts(folded)
        cut_out = self._cut_out(chosen, folded, words)
        while cut_out:
            matches = [match for match in matches if match not in cut_out]
            chosen = self._leftmost_longest(matches)
            cut_out = self._cut_out(chosen, folded, words)
        return chosen

    def _cut_out(self, candidates: list[_Candidate], folded: str, words: list[int]) -> set[_Match]:
        return {
            (candidate.start, -candidate.end, candidate.term)
            for candidate in candidates
            if self._is_short[candidate.term]
            and candidate.end - candidate.start == len(self._terms[candidate.term])
            and _is_cut_out(candidate, folded, words)
        }

    def _leftmost_longest(self, matches: list[_Match]) -> list[_Candidate]:
        """Spellings of one skill that overlap are one mention: 良好的沟通 and 沟通协调能力."""
        chosen: list[_Candidate] = []
        position = 0
        for start, minus_end, term in matches:
            if start >= position:
                position = -minus_end
                chosen.append(_Candidate(start, position, term))
            elif -minus_end > position and self._is_same_skill(chosen[-1].term, term):
                position = -minus_end
                chosen[-1] = _Candidate(chosen[-1].start, position, chosen[-1].term)
        return chosen

    def _is_same_skill(self, one: int, other: int) -> bool:
        entry = self._certain[one]
        return entry is not None and entry == self._certain[other]

    def _confirm(
        self, candidate: _Candidate, folded: str, certain: Sequence[tuple[_Candidate, SkillEntry]]
    ) -> SkillEntry | None:
        if _is_english_word(candidate, folded):
            return None
        around = folded[max(0, candidate.start - CONTEXT_REACH) : candidate.start]
        around += " " + folded[candidate.end : candidate.end + CONTEXT_REACH]
        for entry in self._owners[candidate.term]:
            if any(word in around for word in entry.contexts):
                return entry
        beside = _listed_beside(candidate, folded, certain)
        return next((e for e in self._owners[candidate.term] if _is_kin(e, beside)), None)


def _entry_of(row: object) -> SkillEntry:
    return SkillEntry(
        id=row_text(row, "id"),
        name=row_text(row, "name"),
        kind=row_text(row, "kind"),
        family=row_text(row, "family"),
        contexts=tuple(fold(word) for word in row_names(row, "contexts")),
    )


def _spellings(written: str) -> Iterator[str]:
    """The folded term; an English one of several words also joined and with hyphens."""
    term = _SPACES.sub(" ", fold(written)).strip()
    yield term
    if " " in term and term.isascii() and len(term) >= SHORTEST_JOINED:
        yield term.replace(" ", "")
        yield term.replace(" ", "-")


def _certain_owner(term: str, owners: Sequence[SkillEntry]) -> SkillEntry | None:
    """Whose the term is without looking around, ``None`` when that takes context."""
    plain = [entry for entry in owners if not entry.contexts]
    if plain:
        return plain[0]
    return None if _is_ambiguous(term) else owners[0]


def _is_ambiguous(term: str) -> bool:
    """Of a skill with context words: ASCII words without a space, and two characters or fewer."""
    return len(term) <= 2 or (term.isascii() and " " not in term)


def _is_english_word(candidate: _Candidate, folded: str) -> bool:
    """``can`` inside an English sentence is no bus, ``go`` no language."""
    return bool(
        _ENGLISH_GOES_ON.match(folded, candidate.end)
        and _ENGLISH_BEFORE.search(folded, max(0, candidate.start - 12), candidate.start)
    )


def _is_alone(folded: str, start: int, end: int) -> bool:
    if start and _WORD.match(folded[start]) and _WORD.match(folded[start - 1]):
        return False
    if end == len(folded) or not _WORD.match(folded[end - 1]):
        return end == len(folded) or not (folded[end - 1] in "+#" and folded[end] in "+#")
    if folded[end] in "+#":
        return False
    if _WORD.match(folded[end]):
        return end - start > 1 and bool(_VERSION.match(folded, end))
    return True


def _word_starts(folded: str) -> list[int]:
    """Offsets at which the segmenter's words begin, and the text's length."""
    return [0, *accumulate(map(len, rjieba.cut(folded)))]


def _is_cut_out(candidate: _Candidate, folded: str, words: list[int]) -> bool:
    """Whether the candidate is a piece of other words: 护工 in 维护|工作, 化妆 in 化妆品."""
    first, last = bisect_right(words, candidate.start) - 1, bisect_left(words, candidate.end)
    begins_word, ends_word = words[first] == candidate.start, words[last] == candidate.end
    if begins_word and ends_word:
        return False
    if last - first > 1 or not (begins_word or ends_word):
        return True
    return words[last] - candidate.end == 1 and folded[candidate.end] in _THING_ENDINGS


def _is_kin(entry: SkillEntry, others: Iterable[SkillEntry]) -> bool:
    return any(
        entry.family == other.family or entry.kind == other.kind == "tool" for other in others
    )


def _listed_beside(
    candidate: _Candidate, folded: str, certain: Sequence[tuple[_Candidate, SkillEntry]]
) -> list[SkillEntry]:
    beside: list[SkillEntry] = []
    if _ENGLISH_GOES_ON.match(folded, candidate.end):
        return beside
    for other, entry in certain:
        if other.end <= candidate.start:
            gap = folded[other.end : candidate.start]
        else:
            gap = folded[candidate.end : other.start]
        if len(gap) <= 4 and _LIST_GAP.fullmatch(gap):
            beside.append(entry)
    return beside

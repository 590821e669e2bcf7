"""Skills, tools, certificates and languages of a posting → requirements.

A run is a list of skills in one sentence (``Java、C++ 或 Python``). Its cue is the nearest one
before it; ``优先`` in its own clause makes it preferred, ``无需`` drops it, ``或`` and ``至少一种``
make its members alternatives. Soft skills are never more than preferred; skills that only the
duties mention are preferred without a level.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from matching.extraction.cues import (
    AFTER,
    ANY_AFTER,
    ANY_BEFORE,
    CUE,
    EITHER,
    NAMING,
    NEGATED,
    PREFERRED,
    clause_bounds,
    language_level_of,
    level_of,
    nearest_cue,
)
from matching.extraction.headings import Section
from matching.extraction.sections import Sentence, SentenceIndex
from matching.lexicon import SkillEntry, SkillSpan
from matching.types import Requirement, RequirementKind, Strength

_KINDS = {
    "certificate": RequirementKind.CERTIFICATE,
    "language": RequirementKind.LANGUAGE,
}
# Everyone speaks the one, and the other has not been issued since 2017.
_NEVER_A_MUST = {"mandarin", "accounting-certificate-old"}
_LICENCE = re.compile(r"资格|执业|执照|上岗|驾|许可|注册|licen[cs]e|法律职业|持证|操作证")
_GAP = re.compile(
    r"(?:[\s、,/|()\[\]+&.:·\\\"“”]|等|和|及|与|或者?|以及|and|or|编程|语言|框架|技术|数据库|工具|软件|开发"
    r"|平台|系统|中间件|协议|操作|组件|其他|相关|主流|常用|常见|的|如|例如|比如|包括|包含|熟练|\d[\d.x]*|类|版本?|使用){0,8}"
)
_LONGEST_GAP = 14
_OF_THE_NEXT = re.compile(r"[更最]好(?:有|能|是|具)")
# 有A，B，C经验者优先: commas between the items of one list.
_BARE_LEAD = re.compile(r"\s*(?:有过?|具[有备]|拥有)?\s*")
_LIST_THEN_PREFERRED = re.compile(
    r"(?:[、,](?!具|熟|掌|了解|能|会)(?:(?!经[验历]|能力|者)[^,;。]){1,12}){1,6}(?:经[验历]|能力|项目|之一|背景|的|者|等)*优先"
)
_OTHER_SEPARATOR = re.compile(r"[、,;和与及]|and")
_ONE_LANGUAGE = frozenset({"c-language", "cpp"})
_OPENS_LIST = re.compile(r"[(\[]|[例比]?如|包括|包含")
_CLASS_NAME = re.compile(
    r"[\s)\]]*等等?(?:主流|常用|常见|各类|各种|相关|流行|多种|其他|基础|大型|开源|类|型|的|\s)*"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring skills; ``start``/``end`` are offsets in the sentence."""

    spans: tuple[SkillSpan, ...]
    start: int
    end: int

    @property
    def is_language(self) -> bool:
        return all(span.skill.kind == "language" for span in self.spans)


@dataclass(frozen=True, slots=True)
class _Reading:
    strength: Strength
    level: int | None


_WISH = _Reading(Strength.PREFERRED, None)


@cache
def alternatives() -> tuple[frozenset[str], ...]:
    """Skills that do the same work: a slash between them means either."""
    with (Path(__file__).parent / "data" / "alternatives.csv").open(encoding="utf-8") as file:
        return tuple(frozenset(row["skills"].split("|")) for row in csv.DictReader(file))


def read_skills(spans: Sequence[SkillSpan], sentences: SentenceIndex) -> list[Requirement]:
    """Requirements for the skills found in a description, in the order of the text."""
    found: list[Requirement] = []
    for sentence, named in _by_sentence(spans, sentences):
        if sentence.section is Section.OTHER:
            continue
        members = _without_class_names(sentence, named)
        soft = [span.skill for span in members if _is_soft(span.skill)]
        found += [_make(sentence, [entry], _WISH) for entry in dict.fromkeys(soft)]
        for run in _runs(sentence, [span for span in members if not _is_soft(span.skill)]):
            reading = _read_run(sentence, run)
            if reading:
                found += _requirements_of(sentence, run, reading)
    return found


def _by_sentence(
    spans: Sequence[SkillSpan], sentences: SentenceIndex
) -> Iterator[tuple[Sentence, list[SkillSpan]]]:
    current: Sentence | None = None
    members: list[SkillSpan] = []
    for span in spans:
        sentence = sentences.at(span.start)
        if sentence is not current:
            if current and members:
                yield current, members
            current, members = sentence, []
        members.append(span)
    if current and members:
        yield current, members


def _without_class_names(sentence: Sentence, spans: Sequence[SkillSpan]) -> list[SkillSpan]:
    """``MySQL、Oracle 等主流数据库`` names two skills; the third word is their class."""
    kept: list[SkillSpan] = []
    for span in spans:
        before = kept[-1].end - sentence.start if kept else 0
        gap = sentence.folded[before : span.start - sentence.start] if kept else ""
        if not (gap and _CLASS_NAME.fullmatch(gap)) or _is_soft(span.skill):
            kept.append(span)
    return kept


def _is_soft(entry: SkillEntry) -> bool:
    return entry.kind == "soft" or entry.id in _NEVER_A_MUST


def _runs(sentence: Sentence, spans: Sequence[SkillSpan]) -> Iterator[_Run]:
    if not spans:
        return
    members = [spans[0]]
    for before, span in pairwise(spans):
        gap = sentence.folded[before.end - sentence.start : span.start - sentence.start]
        if len(gap) <= _LONGEST_GAP and _GAP.fullmatch(gap) and not _OPENS_LIST.search(gap):
            members.append(span)
        else:
            yield from _split_before_preferred(sentence, members)
            members = [span]
    yield from _split_before_preferred(sentence, members)


def _split_before_preferred(sentence: Sentence, members: list[SkillSpan]) -> Iterator[_Run]:
    """``熟悉 A,B 优先`` prefers only B; a longer list before 优先 is preferred as a whole."""
    for part in _halves(sentence, members) if len(members) == 2 else (members,):
        yield _Run(tuple(part), part[0].start - sentence.start, part[-1].end - sentence.start)


def _halves(sentence: Sentence, pair: list[SkillSpan]) -> Sequence[list[SkillSpan]]:
    start, end = pair[1].start - sentence.start, pair[1].end - sentence.start
    first, last = clause_bounds(sentence.folded, start, end)
    is_same_clause = pair[0].start - sentence.start >= first
    if is_same_clause or not PREFERRED.search(sentence.folded, first, last):
        return (pair,)
    return (pair[:1], pair[1:])


def _read_run(sentence: Sentence, run: _Run) -> _Reading | None:
    """How strongly and how well the run is asked for, ``None`` when it is not asked for."""
    first, last = clause_bounds(sentence.folded, run.start, run.end)
    if _is_negated(sentence.folded, run, first, last):
        return None
    if not sentence.asks:
        return _Reading(Strength.PREFERRED, None)
    if run.is_language:
        level = language_level_of(sentence.folded[first:last])
    else:
        level = _level(sentence.folded, run, last)
    is_wish = sentence.section is Section.PREFERRED or _is_preferred(
        sentence.folded, run, first, last
    )
    return _Reading(Strength.PREFERRED if is_wish else Strength.MUST, level)


def _is_negated(folded: str, run: _Run, first: int, last: int) -> bool:
    return bool(NEGATED.search(folded, first, run.start) or NEGATED.match(folded[run.end : last]))


def _is_preferred(folded: str, run: _Run, first: int, last: int) -> bool:
    if PREFERRED.search(folded, first, last):
        return True
    following = folded[last + 1 : last + 8].lstrip("者的均可则, ")
    if PREFERRED.match(following) and not _OF_THE_NEXT.match(following):
        return True
    is_list = _BARE_LEAD.fullmatch(folded, first, run.start)
    return bool(is_list and _LIST_THEN_PREFERRED.match(folded, run.end))


def _level(folded: str, run: _Run, last: int) -> int | None:
    after = AFTER.match(folded[run.end : last])
    if after:
        return {"精通": 4, "熟悉": 2, "了解": 1, "理解": 1}.get(after[1] or after[2], 3)
    own = CUE.match(folded, run.start, run.end)
    cue = own or nearest_cue(folded, 0, run.start)
    return level_of(cue[0]) if cue else None


def _requirements_of(sentence: Sentence, run: _Run, reading: _Reading) -> Iterator[Requirement]:
    is_any_of = _is_any_of(sentence.folded, run)
    for entries in _by_kind(run).values():
        groups = [entries] if is_any_of else _by_slash(sentence, run, entries)
        for group in groups:
            yield _make(sentence, group, reading)


def _is_any_of(folded: str, run: _Run) -> bool:
    if len(run.spans) < 2:
        return False
    first, _ = clause_bounds(folded, run.start, run.start)
    if NAMING.fullmatch(folded, first, run.start):
        first, _ = clause_bounds(folded, max(0, first - 1), max(0, first - 1))
    if ANY_BEFORE.search(folded[first : run.start]) or ANY_AFTER.match(folded, run.end):
        return True
    return bool(EITHER.search(folded, run.start, run.end))


def _by_slash(sentence: Sentence, run: _Run, entries: list[SkillEntry]) -> list[list[SkillEntry]]:
    """``精通 Vue/React`` asks for one framework, ``HTML/CSS`` and ``C/C++`` for both."""
    text = sentence.folded[run.start : run.end]
    is_slashed = len(entries) > 1 and "/" in text and not _OTHER_SEPARATOR.search(text)
    ids = frozenset(entry.id for entry in entries)
    if is_slashed and ids != _ONE_LANGUAGE and any(ids <= group for group in alternatives()):
        return [entries]
    return [[entry] for entry in entries]


def _by_kind(run: _Run) -> dict[RequirementKind, list[SkillEntry]]:
    kinds: dict[RequirementKind, list[SkillEntry]] = {}
    for span in run.spans:
        members = kinds.setdefault(_KINDS.get(span.skill.kind, RequirementKind.SKILL), [])
        if span.skill not in members:
            members.append(span.skill)
    return kinds


def _make(sentence: Sentence, group: Sequence[SkillEntry], reading: _Reading) -> Requirement:
    kind = _KINDS.get(group[0].kind, RequirementKind.SKILL)
    return Requirement(
        kind=kind,
        strength=reading.strength,
        label=" / ".join([entry.name for entry in group]),
        codes=tuple([entry.id for entry in group]),
        minimum=None if kind is RequirementKind.CERTIFICATE else reading.level,
        hard=_is_licence(kind, reading.strength, group),
        sentence=sentence.text,
        start=sentence.start,
        end=sentence.end,
    )


def _is_licence(kind: RequirementKind, strength: Strength, group: Sequence[SkillEntry]) -> bool:
    """Work that may not be done without the paper: only then a certificate excludes."""
    is_asked = kind is RequirementKind.CERTIFICATE and strength is Strength.MUST
    return is_asked and all(_LICENCE.search(entry.name) for entry in group)

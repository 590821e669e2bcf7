"""The degree a posting asks for, from its field and its text.

The text's explicit floor wins over the field: it is more deliberate, and it can be quoted. Of
several floors in a text (two roles, 硕士一年或本科三年) the lowest counts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matching.extraction.headings import Section
from matching.extraction.sections import Sentence
from matching.normalise.degree import DEGREE_WORDS, DegreeReading
from matching.types import Degree, Requirement, RequirementKind, Strength

LOOSE_REACH = 40
LABELS = {
    Degree.HIGH_SCHOOL: "高中",
    Degree.SECONDARY_VOCATIONAL: "中专",
    Degree.JUNIOR_COLLEGE: "大专",
    Degree.BACHELOR: "本科",
    Degree.MASTER: "硕士",
    Degree.DOCTOR: "博士",
}
_TOKEN = re.compile("|".join(f"(?P<d{degree.value}>{words})" for degree, words in DEGREE_WORDS))
_SIGN = re.compile(r"[科士博专职技高校究本]|degree|bachelor|master|doctor|associ|ph|m[bp]a|under")
_SUFFIX = re.compile(
    r"[\s(]*(?:[科级]?\s*\(?含?\)?\s*(?:或|及|和|以及|含|级)?\s*其?以上|学历|学位|毕业|文凭|或同等|在读|在校|生|应届"
    r"|优先|相关|专业|层次|及|或|等|水平|统招|全日制|双证|者|[),;。、/]|$|的|大[一二三四]|计算机|一批|两年|\d年|学信网|\(含"
    r"|degree|and above|or above|'s|in\b|preferred)"
)
_LEAD = re.compile(
    r"(?:学历|学位|全日制|统招|教育程度|教育背景|education)[^,;。]{0,6}$|^\s*$|[,;。(、/]\s*$|(?:专业|相关|及|或|以上|应届|在[校读]|院校|正规|优秀|的)\s*$|具[有备]|要求|大学$"
)
_NOT_ASKED = re.compile(r"^(?:院校|医院|教[学育师]|导师|课程|生导师|阶段|团队|论文|急诊)")
_WISH = re.compile(r"[^,;。专(]{0,10}?(?:优先|[更尤为]佳|加分|最佳|preferred|a plus)")
_IS_DEGREE = re.compile(r".{0,4}(?:以上|学历)|.{0,6}degree|.{0,10}or above")
_LOOSENED_TO = re.compile(r"放[宽低][^,;。]{0,4}$|降[低至到][^,;。]{0,4}$")
_LOOSE = re.compile(r"放[宽低]|降低|可适当|不限|亦可|也可|均可|同等学[历力]")
_FULL_TIME = re.compile(r"统招|全日制|统分|full[- ]time")


@dataclass(frozen=True, slots=True)
class _Named:
    degree: Degree
    sentence: Sentence
    is_wish: bool
    is_loose: bool


def read_degrees(sentences: Sequence[Sentence], stated: DegreeReading) -> list[Requirement]:
    """The floor (hard unless the text softens it) and a higher degree that is preferred."""
    named = [item for sentence in sentences for item in _named_in(sentence)]
    floors = [item for item in named if not item.is_wish]
    wishes = [item for item in named if item.is_wish]
    floor = min(floors, key=lambda item: item.degree, default=None)
    found = []
    if floor:
        found.append(_make(floor.degree, Strength.MUST, floor.sentence, hard=not floor.is_loose))
    elif stated.rank is not None:
        found.append(_make(stated.rank, Strength.MUST, None, hard=True))
    lowest = found[0].minimum or 0 if found else 0
    wish = min(wishes, key=lambda item: item.degree, default=None)
    if wish and wish.degree > lowest:
        found.append(_make(wish.degree, Strength.PREFERRED, wish.sentence, hard=False))
    return found


def notes_full_time(sentences: Iterable[Sentence], stated: DegreeReading) -> bool:
    """Whether 统招/全日制 is asked: noted for the reader, never a requirement."""
    if stated.full_time:
        return True
    return any(_FULL_TIME.search(s.folded) and _TOKEN.search(s.folded) for s in sentences)


def _named_in(sentence: Sentence) -> Iterator[_Named]:
    if sentence.section is Section.OTHER:
        return
    folded = sentence.folded
    if not _SIGN.search(folded):
        return
    for match in _TOKEN.finditer(folded):
        after, before = folded[match.end() :], folded[: match.start()]
        if _NOT_ASKED.match(after) or _LOOSENED_TO.search(before) or not _SUFFIX.match(after):
            continue
        if sentence.section is Section.DUTIES and not _IS_DEGREE.search(folded):
            continue
        if not (_LEAD.search(before) or _IS_DEGREE.match(after)):
            continue
        yield _Named(
            degree=_degree_of(match),
            sentence=sentence,
            is_wish=sentence.section is Section.PREFERRED or bool(_WISH.match(after)),
            is_loose=bool(_LOOSE.search(after[:LOOSE_REACH])),
        )


def _degree_of(match: re.Match[str]) -> Degree:
    return next(degree for degree, _ in DEGREE_WORDS if match[f"d{degree.value}"])


def _make(
    degree: Degree, strength: Strength, sentence: Sentence | None, *, hard: bool
) -> Requirement:
    return Requirement(
        kind=RequirementKind.DEGREE,
        strength=strength,
        label=LABELS[degree],
        minimum=float(degree),
        hard=hard,
        sentence=sentence.text if sentence else "",
        start=sentence.start if sentence else 0,
        end=sentence.end if sentence else 0,
    )

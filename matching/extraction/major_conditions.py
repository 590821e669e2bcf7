"""Find which majors a posting accepts or prefers.

Names of majors count only in a list that is about majors: followed by 专业, a degree or 背景, led
by ``专业：``, or standing alone beside a clause about the degree. 等 and 相关 open the list to
related majors. Only 限/必须/仅 makes the condition exclude; employers mean the rest more loosely.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matching.extraction.cues import PREFERRED, clause_bounds
from matching.extraction.headings import Section
from matching.extraction.majors import MajorIndex, codes_in_list, without_covered
from matching.extraction.sections import Sentence
from matching.types import Requirement, RequirementKind, Strength

LONGEST_LABEL = 80
_SHOWN = ("专业", "背景", "学科", "领域")
_MARK = re.compile(
    r"专业|学历|背景|毕业|本科|大专|硕士|科班|学位|主修|学科|系|理工|major|degree|在读"
)
_GAP = re.compile(
    r"(?:应用|工程|技术|科学|管理|设计|分析|开发|测试|一体){0,2}"
    r"(?:[\s、,/&+·.\\\"“”()《》]|等|及|其他|其它|或者?|和|与|以及|相[关近似]|类|专业|方向|者|均可|的|学|or|and){0,6}"
)
_UNKNOWN_ITEM = re.compile(r"[^,;。、/]{0,4}[、/][^,;。、/]{1,8}[、/][^,;。、/]{0,4}")
_LIST_END = re.compile(r"(?:专业|学历|背景)[^、/或及和]*[,.]")
_NOT_A_MAJOR = (
    r"(?!知识|技能|能力|素养|素质|术语|水平|人[员才士]|团队|培训|的?服务|课|性|化|技术|书|词汇|文档|软件|认证|资料|资质|基础|理论"
    r"|功底|问题|领域知识|范围内|度|化妆|技巧|审核|测试|系统|工具|级)"
)
_ANCHOR = re.compile(
    r"(?:\s*\([^)]{0,30}\)|[\s、\"”》]|等|及|其[他它]?|或者?|和|与|以及|相[关近似]|类似|类|学科?|系|的|之|各|工程|技术|科学"
    r"|方面|领域|方向|有关|开发|应用|设计|管理|分析|测试|理工科?|工科|全日制|统招|统分|国家|正规|大学)*"
    r"(?P<word>专业"
    + _NOT_A_MAJOR
    + r"|学历|本科|大专|专科|中专|硕士|博士|研究生|背景|毕业|科班|学位|出身|学科|院系|在读|在校"
    r"|均可)"
)
# A name nothing is known about may stand between the list and 等相关专业.
_OPEN_ANCHOR = re.compile(
    r"(?:(?!经[验历]|知识|能力|以上|行业|学历|掌握|熟悉|了解|优先|专业)[^;。\n]){1,16}?"
    r"(?:等|相[关近似]|类|其[他它]|或)(?:等|相[关近]|的|类|其[他它])*专业" + _NOT_A_MAJOR
)
_LEAD = re.compile(
    r"(?:专业(?:要求|范围|需求|类别|背景|方向|限制?)?\s*(?:[::(\]】]|为|是|包括)|主修|所学专业)\s*(?:要求|限|为|是)?\s*$"
)
_BEFORE_ALONE = re.compile(r"(?:^|[,;。(])\s*(?:要求|如|包括|具有|具备|有)?\s*$")
_AFTER_ALONE = re.compile(r"\s*(?:等|类)*\s*(?:$|[,;。)]|优先|[更尤为]佳)")
_DEGREE_NEAR = re.compile(r"学历|本科|大专|硕士|专科")
_OPEN = re.compile(r"等|相[关近似]|类似|有关|其他|其它|related|similar")
_UNLIMITED = re.compile(
    r"专业不限|不限专业|不限制?专业|专业[^,;。]{0,3}不[限作做]|不[看问]专业|不要求专业|无专业要求|专业无要求"
)
_EXCLUDED = re.compile(r"(?:非|除)(?:了)?\s*$")
_EXCLUDED_AFTER = re.compile(r"[^,;。]{0,8}(?:除外|勿扰|勿投|不考虑|慎投)")
_STRICT = re.compile(r"仅限|只限|限(?!制|于)|必须|须为|须是|须具|硬性|only")
# A short name after any other Chinese character is the tail of a longer one (数据|管理).
_TAIL_OF = re.compile(
    r"(?![及和或与的是类为等如学业有备具历修读生求需限以科专上制招届士校从景者位向括含关似])[\u4e00-\u9fff]"
)
_WORD = re.compile(r"[a-z0-9]")


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MajorReading:
    """``spans``: where the lists stand in the description, so that no skill is read from them."""

    requirements: tuple[Requirement, ...]
    spans: tuple[tuple[int, int], ...]


def read_majors(sentences: Sequence[Sentence], majors: MajorIndex) -> MajorReading:
    """At most one must (all lists together) and the preferred ones."""
    found = [
        (requirement, span)
        for sentence in sentences
        if sentence.section is not Section.OTHER and _MARK.search(sentence.folded)
        for requirement, span in _read_sentence(sentence, majors)
    ]
    musts = [item for item, _ in found if item.strength is Strength.MUST]
    wishes = [item for item, _ in found if item.strength is Strength.PREFERRED]
    if any(_UNLIMITED.search(sentence.folded) for sentence in sentences):
        musts = []
    return MajorReading(
        requirements=(*_together(musts), *_distinct(wishes, musts)),
        spans=tuple(span for _, span in found),
    )


def _together(musts: list[Requirement]) -> list[Requirement]:
    """Lists in several places are alternatives: a posting for two roles names two lists."""
    if len(musts) < 2:
        return musts
    codes = without_covered(code for item in musts for code in item.codes)
    return [
        replace(
            musts[0],
            codes=codes,
            related=any(item.related for item in musts),
            hard=all(item.hard for item in musts),
        )
    ]


def _distinct(wishes: list[Requirement], musts: list[Requirement]) -> list[Requirement]:
    seen = {item.codes for item in musts}
    kept = []
    for wish in wishes:
        if wish.codes not in seen:
            seen.add(wish.codes)
            kept.append(wish)
    return kept


def _read_sentence(
    sentence: Sentence, majors: MajorIndex
) -> Iterator[tuple[Requirement, tuple[int, int]]]:
    folded = sentence.folded
    for group in _lists(folded, majors):
        start, end = group[0].start, group[-1].end
        anchor = _ANCHOR.match(folded, end) or _OPEN_ANCHOR.match(folded, end)
        is_about_majors = anchor or _LEAD.search(folded[:start]) or _stands_alone(folded, group)
        is_excluded = _EXCLUDED.search(folded[:start]) or _EXCLUDED_AFTER.match(folded, end)
        if is_about_majors and not is_excluded:
            label_end = anchor.end() if anchor and anchor[0].endswith(_SHOWN) else end
            end = anchor.end() if anchor else end
            span = sentence.start + start, sentence.start + end
            label = sentence.text[start:label_end].strip(" ,，、")[:LONGEST_LABEL]
            yield replace(_make(sentence, group, end, majors), label=label), span


def _lists(folded: str, majors: MajorIndex) -> Iterator[list[_Named]]:
    group: list[_Named] = []
    for named in _names(folded, majors):
        gap = folded[group[-1].end : named.start] if group else ""
        if group and not _is_list_gap(gap):
            yield group
            group = []
        group.append(named)
    if group:
        yield group


def _is_list_gap(gap: str) -> bool:
    if _LIST_END.search(gap):
        return False
    return bool(_GAP.fullmatch(gap) or _UNKNOWN_ITEM.fullmatch(gap))


def _names(folded: str, majors: MajorIndex) -> Iterator[_Named]:
    last = 0
    for term, start, end in majors.automaton.find_matches_as_indexes(folded):
        is_heading = folded.startswith("教育背景", start)
        if not (is_heading or _is_part_of_a_word(folded, start, end, last)):
            yield _Named(majors.terms[term], start, end)
            last = end


def _is_part_of_a_word(folded: str, start: int, end: int, last: int) -> bool:
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if _WORD.match(folded[start]):
        return bool(_WORD.match(before) or _WORD.match(after))
    return end - start <= 2 and start != last and bool(_TAIL_OF.match(before))


def _stands_alone(folded: str, group: Sequence[_Named]) -> bool:
    """``本科以上学历，计算机、统计学优先``: a clause of nothing but majors, next to the degree."""
    start, end = group[0].start, group[-1].end
    is_bare = _BEFORE_ALONE.search(folded[:start]) and _AFTER_ALONE.match(folded, end)
    around = folded[max(0, start - 14) : start]
    return bool(is_bare and len(group) > 1 and _DEGREE_NEAR.search(around))


def _make(sentence: Sentence, group: Sequence[_Named], end: int, majors: MajorIndex) -> Requirement:
    folded, start = sentence.folded, group[0].start
    names = [named.name for named in group]
    codes = without_covered(code for name in names for code in codes_in_list(name, names, majors))
    first, last = clause_bounds(folded, start, end)
    is_wish = sentence.section is Section.PREFERRED or _is_preferred(folded, end, last)
    return Requirement(
        kind=RequirementKind.MAJOR,
        strength=Strength.PREFERRED if is_wish else Strength.MUST,
        label="",
        codes=codes,
        related=bool(_OPEN.search(folded, start, min(end + 6, last))),
        hard=not is_wish and bool(_STRICT.search(folded, first, last)),
        sentence=sentence.text,
        start=sentence.start,
        end=sentence.end,
    )


def _is_preferred(folded: str, end: int, last: int) -> bool:
    if PREFERRED.search(folded, end, last):
        return True
    return bool(re.match(r"\s*(?:者|的)?优先", folded[last + 1 : last + 8]))

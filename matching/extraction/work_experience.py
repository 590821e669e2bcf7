"""The work experience a posting asks for, from its field and its text.

The stricter of field and text counts. Of several statements in a text the longest holds
(五年工作经验，两年管理经验), unless they go with different degrees (硕士一年，本科三年) or
roles: then the shortest. From a year on it excludes who says to have less; one year can be made
up by internships (see ``eligibility.is_reachable``). Where graduates are welcome it is a wish.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.extraction.cues import PREFERRED, clause_bounds
from matching.extraction.headings import Section
from matching.extraction.sections import Sentence
from matching.normalise.experience import ExperienceReading
from matching.normalise.reading import read_number
from matching.types import Requirement, RequirementKind, Strength

HARD_FROM_YEARS = 1
_NUMBER = r"(\d{1,2}(?:\.5)?|[一二两三四五六七八九十]{1,2}|半)"
_YEARS = re.compile(
    rf"(?<![\d第前近])(?:至少|最少|不少于|不低于)?{_NUMBER}\s*(?:[-~至到—]+\s*{_NUMBER})?\s*\+?\s*(?:年|years?)"
    r"(?:\s*\(?(?:含|及|或)?\)?(?:以上|左右|及以上|\+|以内)?)"
)
_ABOUT_WORK = re.compile(r"经[验历]|从业|工作|年资|experience|工龄")
_NOT_WORK = re.compile(r"内|未来|来|合同|历史|成立|质保|一[次度]|毕业|以下应届")
_PART_OF_IT = re.compile(r"其中|含|包括|并有|且有")
_FOR_A_DEGREE = re.compile(
    r"(?:博士|硕士|研究生|本科|大专|专科)(?:生|学历|毕业)?(?:的|需|者|及?以上)*[,:\s(]*(?:须|需|要求|具备|具有|有|至少)*$"
    r"|(?:初级|中级|高级|资深|主管|专员|助理)[^,;。]{0,6}[::]?\s*$|或(?:者)?\s*(?:具备|具有|有)?\s*$"
)
# 2年以上前端开发, with which the clause ends: nothing else is meant.
_OF_A_TRADE = re.compile(r"[^,;。]{0,12}(?:开发|测试|运维|设计|研发|实施|销售|财务|会计)$")
_COHORT = re.compile(r"[^,;。]{0,6}(?:应?届|毕业|校招)")
_ASIDE = re.compile(r"\((?!(?:者)?优先|[更尤]佳)[^)]*\)")
_LOOSENED_TO = re.compile(rf"放宽[到至为]?{_NUMBER}\s*年")
_LOOSE = re.compile(r"放宽|应届|优秀者|可适当|亦可|均可|不限")
# Duties ask for no years: where they seem to, the headings of the posting are swapped.
_UNDER_ANY_HEADING = re.compile(r"年\s*\(?含?\)?\s*以上[^,;。]{0,24}经[验历]")
_REACH = 28


@dataclass(frozen=True, slots=True)
class _Stated:
    years: float
    sentence: Sentence
    is_wish: bool
    is_loose: bool
    is_alternative: bool


def read_experience_years(
    sentences: Sequence[Sentence], stated: ExperienceReading, *, graduates_welcome: bool
) -> list[Requirement]:
    """At most one requirement; zero years are none."""
    found = [item for sentence in sentences for item in _stated_in(sentence)]
    floor = _floor_of([item for item in found if not item.is_wish])
    field_years = stated.minimum or 0.0
    if floor and floor.years > field_years:
        is_wish = graduates_welcome or floor.is_loose
        return [_make(floor.years, floor.sentence, is_wish=is_wish)]
    if field_years > 0:
        sentence = floor.sentence if floor and floor.years == field_years else None
        return [_make(field_years, sentence, is_wish=graduates_welcome)]
    wish = min(found, key=lambda i: i.years, default=None)
    return [_make(wish.years, wish.sentence, is_wish=True)] if wish else []


def _floor_of(musts: Sequence[_Stated]) -> _Stated | None:
    are_alternatives = any(item.is_alternative for item in musts)
    choose = min if are_alternatives else max
    return choose(musts, key=lambda item: item.years, default=None)


def _stated_in(sentence: Sentence) -> Iterator[_Stated]:
    folded = sentence.folded
    if sentence.section is Section.OTHER:
        return
    if sentence.section is Section.DUTIES and not _UNDER_ANY_HEADING.search(folded):
        return
    if "年" not in folded and "year" not in folded:
        return
    for match in _YEARS.finditer(folded):
        first, last = clause_bounds(folded, match.start(), match.end())
        years = read_number(match[1])
        after = folded[match.end() : min(last, match.end() + _REACH)]
        before = folded[first : match.start()]
        if not years or _NOT_WORK.match(after) or _PART_OF_IT.search(before):
            continue
        if len(match[1]) == 2 and _COHORT.match(after):
            continue
        is_of_a_trade = "以上" in match[0] and _OF_A_TRADE.match(after)
        if is_of_a_trade or _ABOUT_WORK.search(after) or _ABOUT_WORK.search(before[-12:]):
            rest = folded[match.end() :]
            is_wish = bool(PREFERRED.search(_ASIDE.sub("", folded[match.end() : last])))
            is_wish |= sentence.section is Section.PREFERRED
            lowered = _LOOSENED_TO.search(rest)
            years = (read_number(lowered[1]) or years) if lowered else years
            is_loose = not lowered and bool(_LOOSE.search(rest))
            yield _Stated(years, sentence, is_wish, is_loose, _is_alternative(folded, match))


def _is_alternative(folded: str, match: re.Match[str]) -> bool:
    """The years of one degree or role of several."""
    return bool(_FOR_A_DEGREE.search(folded[max(0, match.start() - 16) : match.start()]))


def _make(years: float, sentence: Sentence | None, *, is_wish: bool) -> Requirement:
    return Requirement(
        kind=RequirementKind.EXPERIENCE,
        strength=Strength.PREFERRED if is_wish else Strength.MUST,
        label=f"{years:g}年",
        minimum=years,
        hard=not is_wish and years >= HARD_FROM_YEARS,
        sentence=sentence.text if sentence else "",
        start=sentence.start if sentence else 0,
        end=sentence.end if sentence else 0,
    )

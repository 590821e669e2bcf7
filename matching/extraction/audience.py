"""Whom a posting addresses: graduates, which years, how many seats, and when interns attend."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from matching.extraction.headings import Section
from matching.extraction.sections import Sentence
from matching.normalise.reading import fold, read_number
from matching.types import Requirement, RequirementKind, Strength

FIRST_COHORT, LAST_COHORT = 2015, 2040


class FreshCondition(StrEnum):
    """``only``: graduates are meant; ``welcome``: they may apply; ``excluded``: they may not."""

    ONLY = "only"
    WELCOME = "welcome"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Cohorts:
    years: tuple[int, ...]
    sentence: Sentence | None
    is_wish: bool


_YEAR = r"(?:20)?\d{2}"
_JOIN = r"\s*(?:届|年)?\s*[、/,及和与或&\-~至到]\s*"
_COHORT = re.compile(
    rf"(?<!\d)({_YEAR}(?:{_JOIN}{_YEAR})*)\s*年?(?:届|(?:届|年)?应届)\s*(?P<open>及?以后|及?之后|及?以前|及?之前)?"
)
_GRADUATING = re.compile(
    r"(?<!\d)(20\d{2}(?:\s*年?\s*[、/,及和与或]\s*20\d{2})*)\s*年?\s*(?P<open>及?以后|及?之后)?(?:\d{1,2}月)?"
    r"[^,;。、\n\d]{0,10}?毕业"
)
_SINGLE = re.compile(r"(?:20)?\d{2}")
_SPAN = re.compile(rf"({_YEAR})\s*届?\s*[-~至到]\s*({_YEAR})")
_TURNED_AWAY = re.compile(r"[^,;。\n]{0,6}(?:不招|不考虑|不接受|勿|除外)")
_OPEN_YEARS = 3
_WISH = re.compile(r"优先|[更尤]佳|亦可|均可|也可|可投|欢迎|接[受收]")
_EXCLUDED = re.compile(
    r"(?:不接受|不招|不考虑|谢绝)[^,;。\n]{0,6}(?:应届|在校)|应届[^,;。\n]{0,6}(?:勿扰|勿投|不考虑|除外)"
)
_WELCOME = re.compile(
    r"(?:接[受收]|欢迎|考虑|可以是|招收|包括|含|优秀的?)[^,;。\n]{0,8}(?:应届|毕业生|无经验|小白|零基础)"
    r"|或[^,;。\n]{0,4}应届|可应届|应届(?:毕业)?生?[^,;。\n]{0,2}(?:或|/)|应往届"
    r"|(?:应届|毕业生|无经验|小白)[^,;。\n]{0,10}(?:[亦也均皆]可|可投|优先|可培养|可以|可应聘|可报名|欢迎|接受|可放宽"
    r"|可考虑|可$|可\))"
    r"|经验不限|不限经验|无需经验|无经验要求|零经验|不要求经验|无经验可|往届"
)
_ONLY_TITLE = re.compile(
    r"校招|校园招聘|管培|管理培训生|秋招|春招|^应届|(?:应届|毕业)(?:毕业)?生?\s*(?:招聘|专场|[)】\]]|$)|\d{2}届"
)
_ONLY = re.compile(
    r"应届|届(?:高校|大学|本科|硕士|全日制|海内外)?[^,;。\n]{0,6}毕业生|校招|校园招聘|管理培训生|秋招|春招"
)
_STRICTLY = re.compile(r"(?:仅限|只限|只招|仅招|仅面向|只面向)[^,;。\n]{0,24}(?:应届|毕业生)")
_SEATS = (
    re.compile(r"招聘?人数\s*[::]?\s*(\d{1,3}|[一二两三四五六七八九十]{1,2})\s*[人名位个]?"),
    re.compile(
        r"(?:招聘?|招收|需求|名额|人数)\s*[::]?\s*(\d{1,3})\s*(?:[-~]\s*\d{1,3}\s*)?[人名位](?!以|民|资)"
    ),
    re.compile(r"[(](\d{1,3}|[一二两三四五六七八九十])\s*[人名][)]"),
    re.compile(r"(?:^|\s)(\d{1,3})\s*名(?=\s|$)"),
)


def read_cohorts(title: str, sentences: Sequence[Sentence]) -> Cohorts:
    """Graduation years asked for; 级 in Chinese counts entry years and is left out."""
    years = _years_in(fold(title))
    if years:
        return Cohorts(years, None, is_wish=False)
    for sentence in sentences:
        years = _years_in(sentence.folded)
        if years:
            is_wish = _is_wish(sentence) or sentence.section is Section.PREFERRED
            return Cohorts(years, sentence, is_wish)
    return Cohorts((), None, is_wish=False)


def _is_wish(sentence: Sentence) -> bool:
    """Whether the clause that names the years only prefers or allows them."""
    clauses = sentence.folded.split(",")
    return all(_WISH.search(clause) for clause in clauses if _years_in(clause))


def cohort_requirement(cohorts: Cohorts) -> list[Requirement]:
    if not cohorts.years:
        return []
    sentence = cohorts.sentence
    return [
        Requirement(
            kind=RequirementKind.COHORT,
            strength=Strength.PREFERRED if cohorts.is_wish else Strength.MUST,
            label="、".join(f"{year}届" for year in cohorts.years),
            codes=tuple(map(str, cohorts.years)),
            hard=not cohorts.is_wish,
            sentence=sentence.text if sentence else "",
            start=sentence.start if sentence else 0,
            end=sentence.end if sentence else 0,
        )
    ]


def _years_in(folded: str) -> tuple[int, ...]:
    years: set[int] = set()
    if "届" not in folded and "毕业" not in folded:
        return ()
    for pattern in (_COHORT, _GRADUATING):
        for match in pattern.finditer(folded):
            if _TURNED_AWAY.match(folded, match.end()):
                continue
            years.update(_open_ended(_expand(match[1]), match["open"]))
    return tuple(sorted(year for year in years if FIRST_COHORT <= year <= LAST_COHORT))


def _open_ended(years: set[int], end: str | None) -> set[int]:
    """``2026届及以后`` means some years more, ``及以前`` some years less."""
    if not end or not years:
        return years
    step = 1 if "后" in end else -1
    edge = max(years) if step > 0 else min(years)
    return years | {edge + step * distance for distance in range(1, _OPEN_YEARS + 1)}


def _expand(written: str) -> set[int]:
    span = _SPAN.fullmatch(written)
    if span:
        first, last = _full_year(span[1]), _full_year(span[2])
        return set(range(first, last + 1)) if 0 <= last - first <= 5 else set()
    return {_full_year(text) for text in _SINGLE.findall(written)}


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def read_fresh(
    title: str, sentences: Sequence[Sentence], *, field_says_fresh: bool, cohorts: Cohorts
) -> FreshCondition | None:
    """Whether graduates are meant, welcome or turned away; ``None`` when nothing is said."""
    texts = [s.folded for s in sentences if s.section is not Section.OTHER]
    if any(_EXCLUDED.search(text) for text in texts):
        return FreshCondition.EXCLUDED
    if any(_STRICTLY.search(text) for text in texts):
        return FreshCondition.ONLY
    in_title = fold(title)
    is_meant = field_says_fresh or (_ONLY_TITLE.search(in_title) and not _WELCOME.search(in_title))
    if is_meant or (cohorts.years and not cohorts.is_wish):
        return FreshCondition.ONLY
    everywhere = [in_title, *(sentence.folded for sentence in sentences)]
    if cohorts.years or any(_WELCOME.search(text) for text in everywhere):
        return FreshCondition.WELCOME
    return FreshCondition.ONLY if any(_ONLY.search(text) for text in texts) else None


def read_seats(*texts: str) -> int | None:
    """The number of people wanted, from the first text that says one; 若干 says none."""
    for text in map(fold, texts):
        for pattern in _SEATS:
            match = pattern.search(text)
            number = read_number(match[1]) if match else None
            if number:
                return int(number)
    return None

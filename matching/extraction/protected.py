"""Conditions that a posting may not set, or that say nothing about ability.

They are pointed at for the lint and never become requirements.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from matching.extraction.headings import Section
from matching.extraction.sections import SentenceIndex


class ProtectedKind(StrEnum):
    SEX = "sex"
    AGE = "age"
    HEIGHT = "height"
    APPEARANCE = "appearance"
    MARITAL = "marital"
    HOUSEHOLD = "household"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    HEALTH = "health"
    SCHOOL_TIER = "school_tier"
    ZODIAC = "zodiac"


@dataclass(frozen=True, slots=True)
class ProtectedSpan:
    """``text`` is the original's ``[start:end]``."""

    kind: ProtectedKind
    text: str
    start: int
    end: int


_AGES = r"\d{2}\s*(?:周?岁)?\s*[-~至到—]+\s*\d{2}\s*周?岁(?:以[下内上])?"
_PATTERNS: tuple[tuple[ProtectedKind, str], ...] = (
    (
        ProtectedKind.SEX,
        r"(?:限|仅限|只限|只招|招|要求|性别)[::]?[ \t]*[男女](?![男女])(?:性|生|士|工)?(?!不限)"
        r"|适合[男女](?:性|生|士)|[男女](?:性|生|士)?(?:优先|优选|为佳|更佳|尤佳)"
        r"|[男女](?:性|生|士)(?=[,;。、\s]|$)",
    ),
    (
        ProtectedKind.AGE,
        rf"(?:年龄[^,;。\n]{{0,6}})?{_AGES}"
        r"|(?:年龄[^,;。\n]{0,6})?\d{2}\s*周?岁\s*(?:左右|(?:及|或|\(含\))?以[下内上])?"
        r"|年龄\s*(?:要求|限制|在|为)?[::]?\s*\d{2}(?:\s*[-~至到—]+\s*\d{2})?(?:以[下内上])?"
        r"|[89][05]后",
    ),
    (ProtectedKind.HEIGHT, r"身高[^,;。、\n]{0,10}|1[5-8]\d\s*cm"),
    (
        ProtectedKind.APPEARANCE,
        r"形象(?:气质)?(?:佳|好|良好|端正|优)|五官端正|[相容外品]貌(?:端正|佳|较好)?"
        r"|气质(?:佳|好|良好)|颜值",
    ),
    (
        ProtectedKind.MARITAL,
        r"已婚(?:已育)?|未婚(?:未育)?|婚育[^,;。\n]{0,6}|已育|未育|单身(?!公寓|宿舍)",
    ),
    (
        ProtectedKind.HOUSEHOLD,
        r"(?:本地|本市|户籍|沪籍|京籍|[\u4e00-\u9fff]{1,3}户口)(?:人士?|户籍|户口)?(?:者?优先|的优先)"
        r"|(?:限|需|要求|须)[^,;。\n]{0,6}(?:户口|户籍|本地人)|户[口籍][^,;。\n]{0,4}(?:优先|限制|要求)",
    ),
    (
        ProtectedKind.ETHNICITY,
        r"(?:限|仅限)?汉族(?:优先)?|少数民族(?:优先|勿扰|除外)|民族[::]\s*[\u4e00-\u9fff]{1,3}族",
    ),
    (ProtectedKind.RELIGION, r"无宗教信仰|[不未]信(?:仰)?(?:任何)?宗?教|宗教信仰"),
    (
        ProtectedKind.HEALTH,
        r"乙肝[^,;。\n]{0,8}|无(?:传染|慢性|精神|家族)[^,;。\n]{0,6}[病史]|无纹身|色盲|残疾",
    ),
    (
        ProtectedKind.SCHOOL_TIER,
        r"(?:985|211)(?:\s*[/、,或及和&]?\s*(?:985|211|双一流))*(?:院校|高校|大学|工程)?"
        r"|双一流(?:院校|高校|大学)?|名校|(?<![a-z])c9(?![a-z])(?:联盟|高校)?"
        r"|[一二]本(?:及?以上|院校|大学|学历)|重点(?:院校|大学|高校|本科)|知名(?:院校|大学|高校)"
        r"|qs\s*(?:前|排名|top)?\s*\d{2,3}",
    ),
    (ProtectedKind.ZODIAC, r"星座|生肖|属相|血型"),
)
_ANY = re.compile("|".join(f"(?P<{kind.value}>{words})" for kind, words in _PATTERNS))
# A cheap look for one of the words without which no pattern above can match.
_SIGN = re.compile(
    r"男|女|岁|年龄|[89][05]后|身高|cm|形象|端正|貌|气质|颜值|婚|育|单身|本地|本市|户|[沪京]籍|汉族|民族"
    r"|教|乙肝|无传|无慢|无精|无家|纹身|色盲|残疾|985|211|一流|名校|c9|[一二]本|重点|知名|qs|星座|生肖|属相|血型"
)
_REACH = 18
_HARMLESS_AFTER = re.compile(r"\s*(?:不限|无要求|均可)")
_HARMLESS = re.compile(r"不限|无要求")
_NUMBER = re.compile(r"\d{2}")
WORKING_AGE = 16


def find_protected(
    description: str, folded: str, sentences: SentenceIndex
) -> tuple[ProtectedSpan, ...]:
    """Spans in the order of the text, outside what is said about the employer and the benefits.

    ``男女不限`` and ``年龄不限`` are harmless, and so are the ages of children.
    """
    return tuple(
        span
        for span in _find_all(description, folded)
        if (sentence := sentences.at(span.start)) and sentence.section is not Section.OTHER
    )


def _find_all(description: str, folded: str) -> Iterator[ProtectedSpan]:
    position = 0
    for sign in _SIGN.finditer(folded):
        if sign.start() < position:
            continue
        start = max(position, sign.start() - _REACH)
        for match in _ANY.finditer(folded, start, min(len(folded), sign.end() + _REACH)):
            position = match.end()
            kind = ProtectedKind(match.lastgroup or "")
            if not _is_harmless(kind, match):
                text = description[match.start() : position]
                yield ProtectedSpan(kind, text, match.start(), position)


def _is_harmless(kind: ProtectedKind, match: re.Match[str]) -> bool:
    if _HARMLESS_AFTER.match(match.string, match.end()) or _HARMLESS.search(match[0]):
        return True
    ages = [int(number) for number in _NUMBER.findall(match[0])]
    return kind is ProtectedKind.AGE and bool(ages) and max(ages) < WORKING_AGE

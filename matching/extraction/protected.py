"""Conditions that a posting may not set, or that say nothing about ability.

They are pointed at for the lint and never become requirements.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


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


_PATTERNS: tuple[tuple[ProtectedKind, str], ...] = (
    (
        ProtectedKind.SEX,
        r"(?:限|仅限|只限|只招|招|要求|性别)[::]?\s*[男女](?:性|生|士|工)?(?!女?不限|女)|[男女](?:性|生|士)?(?:优先|优选|为佳|更佳|尤佳)"
        r"|适合(?:男|女)(?:性|生|士)|[男女](?:性|生|士)(?=,|;|。|、|\s|$)",
    ),
    (
        ProtectedKind.AGE,
        r"(?:年龄[^,;。\n]{0,6})?\d{2}\s*(?:周?岁)?\s*[-~至到—]+\s*\d{2}\s*周?岁(?:以[下内上])?|(?:年龄[^,;。\n]{0,6})?\d{2}\s*周?岁\s*(?:左右|(?:及|或|\(含\))?以[下内上])?"
        r"|年龄\s*(?:要求|限制|在|为)?[::]?\s*\d{2}(?:\s*[-~至到—]+\s*\d{2})?(?:以[下内上])?|[89][05]后",
    ),
    (ProtectedKind.HEIGHT, r"身高[^,;。\n]{0,14}|(?<!\d)1[.米][5-8]\d?\s*(?:米|m)?以上|1[5-8]\dcm"),
    (
        ProtectedKind.APPEARANCE,
        r"形象(?:气质)?(?:佳|好|良好|端正|优)|五官端正|(?:相|容|外)貌(?:端正|佳|较好)?|气质(?:佳|好|良好)|颜值",
    ),
    (ProtectedKind.MARITAL, r"已婚(?:已育)?|未婚(?:未育)?|婚育[^,;。\n]{0,6}|已育|未育|单身"),
    (
        ProtectedKind.HOUSEHOLD,
        r"(?:本地|本市|户籍|沪籍|京籍|[\u4e00-\u9fff]{1,3}户口)(?:人士?|户籍|户口)?(?:优先|者优先|限|的?优先考虑)"
        r"|(?:限|需|要求|须)[^,;。\n]{0,6}(?:户口|户籍|本地人)|(?:户口|户籍)[^,;。\n]{0,4}(?:优先|限制|要求)",
    ),
    (ProtectedKind.ETHNICITY, r"(?:限|仅限)?汉族(?:优先)?|少数民族(?:优先|勿扰|除外)|民族[::]\s*[\u4e00-\u9fff]{1,3}族"),
    (ProtectedKind.RELIGION, r"无宗教信仰|(?:不|未)信(?:仰)?(?:任何)?(?:宗)?教|宗教信仰"),
    (ProtectedKind.HEALTH, r"乙肝[^,;。\n]{0,8}|无(?:传染|慢性|精神|家族)[^,;。\n]{0,6}(?:病|史)|无纹身|色盲|残疾"),
    (
        ProtectedKind.SCHOOL_TIER,
        r"(?:985|211)(?:\s*[/、,或及和&]?\s*(?:985|211|双一流))*(?:\s*(?:及以上|以上))?(?:院校|高校|大学|工程)?|双一流(?:院校|高校|大学)?|[名重]点?校|c9(?:联盟|高校)?"
        r"|[一二]本(?:及)?(?:以上)?(?:院校|大学|学历|以上)?|重点(?:院校|大学|高校|本科)|知名(?:院校|大学|高校)|qs\s*(?:前|排名|top)?\s*\d{2,3}",
    ),
    (ProtectedKind.ZODIAC, r"星座|生肖|属相|血型"),
)  # fmt: skip
_ANY = re.compile("|".join(f"(?P<{kind.value}>{words})" for kind, words in _PATTERNS))
_HARMLESS = re.compile(r"不限|无要求|男女均可|名校$")


def find_protected(description: str, folded: str) -> tuple[ProtectedSpan, ...]:
    """Spans in the order of the text; ``男女不限`` and ``年龄不限`` are harmless."""
    spans = []
    for match in _ANY.finditer(folded):
        if _HARMLESS.match(folded, match.end()) or _HARMLESS.search(match[0]):
            continue
        text = description[match.start() : match.end()]
        spans.append(ProtectedSpan(ProtectedKind(match.lastgroup or ""), text, *match.span()))
    return tuple(spans)

"""What a resume should not tell: identity papers, address, family, body, photo."""

import re
from collections.abc import Iterator

from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.rules.findings import Finding, texts

_IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)"
    r"|身份证|护照号|\b(?:ID card|passport)\s*(?:no|number)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:路|街|道|巷|弄|村|镇|小区|花园|公寓|大学)[^，,。;；\n]{0,12}?\d+\s*(?:号|栋|幢|室|单元|弄|舍)"
    r"|家庭(?:住|地)址|户籍地址|通[信讯]地址|详细地址"
    r"|\b\d{1,5}\s+(?:[A-Z][a-z]+\s+){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane)\b"
    r"|\b(?:Room|Apt\.?|Apartment|Dorm(?:itory)?)\s+(?:No\.?\s*)?\d+",
)
_PHOTO = re.compile(
    r"\[?(?:照片|证件照|一寸照|寸照|头像)\]?|data:image/|https?://\S+\.(?:jpe?g|png|bmp|heic|webp)\b|\b(?:photo(?:graph)?|headshot)\s*(?:attached|:|enclosed)",
    re.IGNORECASE,
)
_MARRIAGE = re.compile(
    r"婚姻(?:状况|状态)?|未婚|已婚|离异|未育|已育|\bmarital status\b|\b(?:un)?married\b"
    r"|(?:^|[.;,|:]\s*)single\s*(?:[,.;|]|$)|\bno children\b|\bmother of\b|\bfather of\b",
    re.IGNORECASE,
)
_POLITICS = re.compile(
    r"政治面貌|中共党员|中共预备党员|预备党员|共青团员|入党积极分子|群众(?:$|[\s,，|])|民主党派"
    r"|\b(?:political status|communist party|youth league member|party member)\b",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"出生(?:日期|年月|于)|生日|年龄|(?<!\d)(?:1[6-9]|[2-4]\d)\s*(?:周?岁)"
    r"|\b(?:date of birth|born (?:on|in)|born:?\s+(?:\d+|[A-Z][a-z]{2,8}\.? \d+)|DOB"
    r"|age\s*[:：]?\s*\d{2}|\d{2} years old)\b",
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"性别|(?:^|[\s|｜,，/])[男女](?:$|[\s|｜,，/])|\b(?:gender|sex)\s*[:：]|(?:^|[|,]\s*)(?:fe)?male\s*(?:$|[|,])",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"身高|体重|血型|籍贯|民族\s*[:：]|汉族|宗教信仰|星座|健康状况"
    r"|\b(?:height|weight|blood type|religion|nationality|ethnicity)\s*[:：]",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"(?:父亲|母亲|父母|家庭成员)[^，。]{0,6}[:：]|\b(?:father|mother)'?s?\s*[:：]"
)
_SALARY = re.compile(
    r"(?:期望|要求|目标)?(?:薪资|月薪|年薪|薪酬|工资)(?:要求|期望)?\s*[:：]?\s*(?:\d|面议)|\d+\s*(?:元|[kK])\s*/\s*月"
    r"|\b(?:expected|desired|salary)\s+(?:salary|pay|expectations?)\b|\bsalary\s*[:：]",
    re.IGNORECASE,
)
_RULES = (
    ("identity_number", _IDENTITY),
    ("full_address", _ADDRESS),
    ("photo", _PHOTO),
    ("marriage", _MARRIAGE),
    ("political_status", _POLITICS),
    ("birth_date", _BIRTH),
    ("gender", _GENDER),
    ("body_or_origin", _BODY),
    ("family", _FAMILY),
    ("salary", _SALARY),
)
# Words about the person mean something else where work is described: 家庭住址 of a survey.
_ABOUT_ME = frozenset({"contact", "target", "summary"})
_ANYWHERE = frozenset({"identity_number", "photo", "family"})


def find_leaks(content: ResumeContent, asked: frozenset[str]) -> Iterator[Finding]:
    """``asked`` are the codes the posting asks for, such as ``political_status``."""
    for place, text in texts(content):
        for code, leak in _RULES:
            is_personal = place.section in _ABOUT_ME or place.field in {"detail", "title"}
            if code not in asked and (is_personal or code in _ANYWHERE) and leak.search(text):
                yield Finding(code, place, text)

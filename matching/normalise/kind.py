"""What kind of work a posting offers, from its title first, then pay and attendance, then text."""

import re
from dataclasses import dataclass
from enum import StrEnum

from matching.normalise.experience import ExperienceReading
from matching.normalise.pay import Pay, PayUnit
from matching.normalise.reading import fold


class EmploymentKind(StrEnum):
    FULL_TIME = "full_time"
    INTERNSHIP = "internship"
    PART_TIME = "part_time"
    CAMPUS = "campus"


@dataclass(frozen=True, slots=True)
class KindReading:
    """``source`` names what decided: title, attendance, pay, text or default."""

    value: EmploymentKind
    source: str


_INTERNSHIP = re.compile(r"实习|intern(?:ship)?s?\b|见习生|暑期|寒假工")
_PART_TIME = re.compile(r"兼职|part[- ]?time|小时工|钟点工|临时工|日结")
_CAMPUS = re.compile(
    r"校招|校园招聘|应届|管培|管理培训生|储备干部|毕业生|\d{2}届|campus|trainee|graduate program"
)
_NO_INTERNSHIP = re.compile(r"实习(?:经[历验]|律师|期|证|指导|管理|就业|基地|主管)")
_ONLY_WELCOME = re.compile(
    r"(?:接受|可|欢迎|含|优秀|五险一金)[^()/]{0,6}(?:应届|毕业)生?|应届(?:毕业)?生?[^()/]{0,4}(?:优先|[亦也均皆]?可|ok)"
)
_ATTENDANCE = r"[每一]周[^。；;\n]{0,10}(?:\d|[一二三四五六])\s*[天日]"
_TEXT_INTERNSHIP = re.compile(
    r"实习(?:期|时间|周期|时长)[^。；;\n]{0,10}(?:\d|[一二三四五六])\s*个?月|实习(?:薪资|工资|待遇|补贴|补助)"
    r"|(?<!不)招聘实习生|岗位实习生|(?:长期|全职)实习(?!经|补)"
    rf"|{_ATTENDANCE}[^。；;\n]{{0,20}}实习|实习(?!经)[^。；;\n]{{0,20}}{_ATTENDANCE}"
)
_TEXT_CAMPUS = re.compile(
    r"面向[^。；;\n]{0,10}应届|(?:招聘|仅限|限)\s*(?:20)?\d{2}届|校园招聘|20\d{2}届(?:应届)?毕业生"
)
_STUDENT = re.compile(r"实习|intern|转正|\d{2}届|在校")


def read_kind(
    *,
    title: str,
    pay: Pay | None = None,
    experience: ExperienceReading | None = None,
    text: str = "",
) -> KindReading:
    """Decide the kind; without any sign it is full-time work."""
    by_title = _kind_of_title(fold(title))
    if by_title:
        return KindReading(by_title, "title")
    if experience and experience.days_per_week is not None:
        return KindReading(EmploymentKind.INTERNSHIP, "attendance")
    if pay and pay.unit is PayUnit.HOUR:
        return KindReading(EmploymentKind.PART_TIME, "pay")
    folded = fold(text)
    if pay and pay.unit is PayUnit.DAY and _STUDENT.search(folded):
        return KindReading(EmploymentKind.INTERNSHIP, "pay")
    return _kind_of_text(folded)


def _kind_of_title(title: str) -> EmploymentKind | None:
    if _INTERNSHIP.search(_NO_INTERNSHIP.sub("", title)):
        return EmploymentKind.INTERNSHIP
    if _PART_TIME.search(title):
        return EmploymentKind.PART_TIME
    return EmploymentKind.CAMPUS if _CAMPUS.search(_ONLY_WELCOME.sub("", title)) else None


def _kind_of_text(text: str) -> KindReading:
    if _TEXT_INTERNSHIP.search(text):
        return KindReading(EmploymentKind.INTERNSHIP, "text")
    if _TEXT_CAMPUS.search(text):
        return KindReading(EmploymentKind.CAMPUS, "text")
    return KindReading(EmploymentKind.FULL_TIME, "default")

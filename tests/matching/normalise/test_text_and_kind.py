import pytest

from matching.normalise.experience import read_experience
from matching.normalise.kind import EmploymentKind, read_kind
from matching.normalise.pay import read_pay
from matching.normalise.reading import Unread, fold
from matching.normalise.text import clean_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("职责：<br/>1、写代码&nbsp;<b>好</b></p>", "职责：\n1、写代码 好"),
        ("负责开发&amp;semi;测试", "负责开发;测试"),
        ("要求：Ｊａｖａ　８", "要求：Java 8"),
        ("大专以上，******、有经验者优先", "大专以上、有经验者优先"),
        ("\uf06c 负责销售\r\n\r\n\n● 负责售后", "• 负责销售\n• 负责售后"),
        ("熟悉\u200bPython\ufeff", "熟悉Python"),
        ("a < b 且 c > d", "a < b 且 c > d"),
    ],
)
def test_clean_text(text: str, value: str) -> None:
    assert clean_text(text).value == value


def test_empty_text_says_so() -> None:
    assert clean_text(" <br> ").reason is Unread.EMPTY


def test_folding_keeps_every_offset() -> None:
    text = "ＪＡＶＡ①㎡，…ﬁİ"

    assert len(fold(text)) == len(text)
    assert fold(text).startswith("java1")


@pytest.mark.parametrize(
    ("title", "pay", "experience", "text", "kind"),
    [
        ("软件实习生", "", "", "", EmploymentKind.INTERNSHIP),
        ("Data Intern", "", "", "", EmploymentKind.INTERNSHIP),
        ("兼职家教", "", "", "", EmploymentKind.PART_TIME),
        ("2027届校招-产品", "", "", "", EmploymentKind.CAMPUS),
        ("管理培训生", "", "", "", EmploymentKind.CAMPUS),
        ("算法工程师", "200/天", "4天/周 3个月", "", EmploymentKind.INTERNSHIP),
        ("促销员", "25元/小时", "", "", EmploymentKind.PART_TIME),
        ("安全工程师", "150元/天", "", "实习期表现好可留用", EmploymentKind.INTERNSHIP),
        ("数据助理", "", "", "实习要求每周到岗4天以上", EmploymentKind.INTERNSHIP),
        ("会计", "6-8千/月", "", "面向应届毕业生招聘", EmploymentKind.CAMPUS),
        ("会计", "6-8千/月", "3年以上", "负责总账", EmploymentKind.FULL_TIME),
        ("测试员（可接受应届生）", "", "", "", EmploymentKind.FULL_TIME),
        ("开发", "150元/天", "", "2027届毕业生，优秀可转正", EmploymentKind.INTERNSHIP),
        ("律师", "", "", "有实习经历者优先，每周工作5天", EmploymentKind.FULL_TIME),
    ],
)
def test_kind(title: str, pay: str, experience: str, text: str, kind: EmploymentKind) -> None:
    reading = read_kind(
        title=title, pay=read_pay(pay), experience=read_experience(experience), text=text
    )

    assert reading.value is kind

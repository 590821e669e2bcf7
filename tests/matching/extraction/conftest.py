"""A small catalogue of majors and a small lexicon, enough to tell the rules apart."""

from collections.abc import Callable

import pytest

from matching.extraction.majors import MajorIndex
from matching.extraction.requirements import Extraction, extract_requirements
from matching.lexicon import Lexicon

DISCIPLINES = {
    "01": "哲学", "02": "经济学", "03": "法学", "05": "文学", "06": "历史学", "07": "理学",
    "08": "工学", "12": "管理学",
}  # fmt: skip
UNDERGRADUATE = [
    ("010101", "0101", "哲学类", "哲学", "B010101", ""),
    ("020101", "0201", "经济学类", "经济学", "B020101", ""),
    ("020301", "0203", "金融学类", "金融学", "B020301", "货币银行学"),
    ("020401", "0204", "经济与贸易类", "国际经济与贸易", "B020401", "国际贸易"),
    ("030101", "0301", "法学类", "法学", "B030101", ""),
    ("030301", "0303", "社会学类", "社会学", "B030301", ""),
    ("050101", "0501", "中国语言文学类", "汉语言文学", "B050101", ""),
    ("050201", "0502", "外国语言文学类", "英语", "B050201", ""),
    ("060101", "0601", "历史学类", "历史学", "B060101", ""),
    ("070101", "0701", "数学类", "数学与应用数学", "B070101", ""),
    ("071201", "0712", "统计学类", "统计学", "B071101", ""),
    ("080201", "0802", "机械类", "机械工程", "B080201", ""),
    ("080701", "0807", "电子信息类", "电子信息工程", "B080701", ""),
    ("080703", "0807", "电子信息类", "通信工程", "B080703", ""),
    ("080801", "0808", "自动化类", "自动化", "B080801", ""),
    ("080901", "0809", "计算机类", "计算机科学与技术", "B080901", ""),
    ("080902", "0809", "计算机类", "软件工程", "B080902", ""),
    ("081001", "0810", "土木类", "土木工程", "B081101", ""),
    ("081010T", "0810", "土木类", "土木、水利与交通工程", "B081110", ""),
    ("120203K", "1202", "工商管理类", "会计学", "B120203", ""),
    ("120204", "1202", "工商管理类", "财务管理", "B120204", ""),
    ("120207", "1202", "工商管理类", "审计学", "B120207", ""),
]
OTHER_LEVELS = [
    {
        "code": "530302", "level": "vocational", "discipline_code": "53",
        "discipline": "财经商贸大类", "class_code": "5303", "class_name": "财务会计类",
        "recruiting_code": "", "name": "大数据与会计", "former_names": "会计",
    },
    {
        "code": "510201", "level": "vocational", "discipline_code": "51",
        "discipline": "电子与信息大类", "class_code": "5102", "class_name": "计算机类",
        "recruiting_code": "", "name": "计算机应用技术", "former_names": "",
    },
    {
        "code": "A081203", "level": "postgraduate", "discipline_code": "A08",
        "discipline": "工学", "class_code": "A0812", "class_name": "计算机科学与技术",
        "recruiting_code": "A081203", "name": "计算机应用技术", "former_names": "",
    },
]  # fmt: skip
MAJOR_ROWS = [
    {
        "code": code, "level": "undergraduate", "discipline_code": code[:2],
        "discipline": DISCIPLINES[code[:2]], "class_code": klass, "class_name": class_name,
        "recruiting_code": recruiting, "name": name, "former_names": former,
    }
    for code, klass, class_name, name, recruiting, former in UNDERGRADUATE
] + OTHER_LEVELS  # fmt: skip
SKILL_ROWS = [
    {"id": id_, "name": name, "kind": kind, "family": kind, "aliases": aliases, "contexts": ""}
    for id_, name, kind, aliases in [
        ("java", "Java", "tool", ""),
        ("python", "Python", "tool", ""),
        ("cpp", "C++", "tool", ""),
        ("vue", "Vue.js", "tool", "Vue"),
        ("react", "React", "tool", ""),
        ("mysql", "MySQL", "tool", ""),
        ("oracle", "Oracle", "tool", ""),
        ("docker", "Docker", "tool", ""),
        ("excel", "Excel", "tool", ""),
        ("excel-pivot", "数据透视表", "skill", ""),
        ("data-analysis", "数据分析", "skill", ""),
        ("bookkeeping", "账务处理", "skill", "做账"),
        ("communication", "沟通能力", "soft", "沟通协调能力"),
        ("accounting-licence", "会计从业资格证", "certificate", "会计证"),
        ("driving-licence", "驾驶证 C1", "certificate", "驾照|C1驾照|驾驶证"),
        ("cet-4", "英语 CET-4", "certificate", "英语四级|CET-4|CET4"),
        ("cet-6", "英语 CET-6", "certificate", "英语六级|CET-6"),
        ("jlpt-n2", "日语 N2", "certificate", "日语N2"),
        ("english", "英语", "language", ""),
        ("japanese", "日语", "language", ""),
        ("mandarin", "普通话", "language", "普通话标准"),
    ]
]

Extract = Callable[..., Extraction]


@pytest.fixture(scope="session")
def majors() -> MajorIndex:
    return MajorIndex.from_rows(MAJOR_ROWS)


@pytest.fixture(scope="session")
def recruiting_majors() -> MajorIndex:
    return MajorIndex.from_rows(MAJOR_ROWS, coding="recruiting")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.from_rows(SKILL_ROWS)


@pytest.fixture(scope="session")
def extract(majors: MajorIndex, lexicon: Lexicon) -> Extract:
    def run(description: str, *, title: str = "专员", **fields: str) -> Extraction:
        return extract_requirements(title, description, lexicon=lexicon, majors=majors, **fields)

    return run

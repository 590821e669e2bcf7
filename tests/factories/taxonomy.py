"""A few real reference rows; asking twice for a code gives the same row."""

from typing import Any

from employment.taxonomy.enums import (
    IndustryLevel,
    MajorLevel,
    OccupationLevel,
    RegionLevel,
    SkillKind,
)
from employment.taxonomy.models import DegreeLevel, Industry, Major, Occupation, Region, Skill
from employment.taxonomy.rules import fold

# code: name, short name, English name, parent
REGIONS = {
    "330000": ("浙江省", "浙江", "Zhejiang", None),
    "330100": ("杭州市", "杭州", "Hangzhou", "330000"),
    "330200": ("宁波市", "宁波", "Ningbo", "330000"),
    "340000": ("安徽省", "安徽", "Anhui", None),
    "340100": ("合肥市", "合肥", "Hefei", "340000"),
    "110000": ("北京市", "北京", "Beijing", None),
    "310000": ("上海市", "上海", "Shanghai", None),
}
# code: name, English name, class, discipline, level
MAJORS = {
    "080901": ("计算机科学与技术", "Computer Science", "计算机类", "工学"),
    "080902": ("软件工程", "Software Engineering", "计算机类", "工学"),
    "080202": ("机械设计制造及其自动化", "Mechanical Design", "机械类", "工学"),
    "120203K": ("会计学", "Accounting", "工商管理类", "管理学"),
    "050101": ("汉语言文学", "Chinese Literature", "中国语言文学类", "文学"),
    "101101": ("护理学", "Nursing", "护理学类", "医学"),
    "510203": ("软件技术", "Software Technology", "计算机类", "电子与信息大类"),
}
OCCUPATIONS = {
    "2-02-10-03": ("计算机软件工程技术人员", "Software Engineer"),
    "2-02-07-02": ("机械制造工程技术人员", "Mechanical Engineer"),
    "2-06-03-00": ("会计专业人员", "Accountant"),
    "2-05-08-01": ("内科护士", "Nurse"),
}
# code: name, English name, section
INDUSTRIES = {
    "C": ("制造业", "Manufacturing", None),
    "34": ("通用设备制造业", "General equipment", "C"),
    "I": ("信息传输、软件和信息技术服务业", "Information technology", None),
    "65": ("软件和信息技术服务业", "Software and IT services", "I"),
    "J": ("金融业", "Finance", None),
    "66": ("货币金融服务", "Monetary services", "J"),
}
# id: name, English name, kind, aliases
SKILLS = {
    "python": ("Python", "Python", SkillKind.SKILL, ()),
    "java": ("Java", "Java", SkillKind.SKILL, ()),
    "mysql": ("MySQL", "MySQL", SkillKind.TOOL, ()),
    "autocad": ("AutoCAD", "AutoCAD", SkillKind.TOOL, ("CAD",)),
    "accounting": ("会计核算", "Bookkeeping", SkillKind.SKILL, ()),
    "teamwork": ("团队合作", "Teamwork", SkillKind.SOFT, ("团队协作",)),
    "cet-4": ("大学英语四级", "CET-4", SkillKind.CERTIFICATE, ("英语四级", "CET4")),
    "english": ("英语", "English", SkillKind.LANGUAGE, ()),
}
DEGREES = {
    10: ("high_school", "高中", "High school"),
    15: ("secondary_vocational", "中专", "Secondary vocational"),
    30: ("junior_college", "大专", "Junior college"),
    40: ("bachelor", "本科", "Bachelor"),
    50: ("master", "硕士", "Master"),
    60: ("doctor", "博士", "Doctor"),
}


def make_region(code: str = "330100") -> Region:
    name, short, english, parent = REGIONS[code]
    values: dict[str, Any] = {
        "name": name,
        "short_name": short,
        "name_en": english,
        "level": RegionLevel.CITY if parent else RegionLevel.PROVINCE,
        "parent": make_region(parent) if parent else None,
    }
    return Region.objects.get_or_create(code=code, defaults=values | _spellings(code, values))[0]


def make_major(code: str = "080901") -> Major:
    name, english, group, discipline = MAJORS[code]
    vocational = code.startswith("5")
    values = {
        "name": name,
        "name_en": english,
        "level": MajorLevel.VOCATIONAL if vocational else MajorLevel.UNDERGRADUATE,
        "discipline_code": code[:2],
        "discipline": discipline,
        "class_code": code[:4],
        "class_name": group,
    }
    return Major.objects.get_or_create(code=code, defaults=values | _spellings(code, values))[0]


def make_occupation(code: str = "2-02-10-03") -> Occupation:
    name, english = OCCUPATIONS[code]
    parent = _occupation_group(f"{code[0]}-00-00-00")
    values = {
        "name": name,
        "name_en": english,
        "level": OccupationLevel.DETAIL,
        "parent": parent,
    }
    values |= _spellings(code, values)
    return Occupation.objects.get_or_create(code=code, defaults=values)[0]


def _occupation_group(code: str) -> Occupation:
    values = {"name": "专业技术人员", "level": OccupationLevel.MAJOR}
    values |= _spellings(code, values)
    return Occupation.objects.get_or_create(code=code, defaults=values)[0]


def make_industry(code: str = "65") -> Industry:
    name, english, parent = INDUSTRIES[code]
    values = {
        "name": name,
        "name_en": english,
        "level": IndustryLevel.DIVISION if parent else IndustryLevel.SECTION,
        "parent": make_industry(parent) if parent else None,
    }
    values |= _spellings(code, values)
    return Industry.objects.get_or_create(code=code, defaults=values)[0]


def make_skill(id: str = "python") -> Skill:
    name, english, kind, aliases = SKILLS[id]
    values = {
        "name": name,
        "name_en": english,
        "kind": kind,
        "family": "languages",
        "aliases": list(aliases),
    }
    values |= _spellings(id, values, *aliases)
    return Skill.objects.get_or_create(id=id, defaults=values)[0]


def _spellings(code: str, values: dict[str, Any], *aliases: str) -> dict[str, str]:
    """What the pickers search in."""
    names = (values["name"], values.get("short_name", ""), values.get("name_en", ""), *aliases)
    spellings = dict.fromkeys(fold(name) for name in (*names, code) if name)
    return {
        "search_text": f"|{'|'.join(spellings)}|",
        "pick_text": values["name"],
        "pick_text_en": values.get("name_en", ""),
    }


def make_degree_levels() -> None:
    for rank, (code, name, english) in DEGREES.items():
        values = {"code": code, "name": name, "name_en": english}
        DegreeLevel.objects.get_or_create(rank=rank, defaults=values)


def make_taxonomy() -> None:
    """Every reference row these factories know."""
    make_degree_levels()
    for make, codes in (
        (make_region, REGIONS),
        (make_major, MAJORS),
        (make_occupation, OCCUPATIONS),
        (make_industry, INDUSTRIES),
        (make_skill, SKILLS),
    ):
        for code in codes:
            make(code)

"""A small labour market with known truths: who does what, which majors are too many or too few.

Pure: the same values every time. ``load`` writes it through the services; ``evaluate planted``
compares what the engine says with the roles planted here.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from employment.demo.picks import number, pick, shares, some

SAME_ROLE = 3
DATA = Path(__file__).parent / "data"
STUDENTS, EMPLOYERS, POSTINGS = 600, 150, 800
COHORTS = (2026, 2027, 2027, 2027, 2027, 2027, 2028, 2028, 2028, 2026)
OVERSUPPLIED = ("市场营销", "工商管理", "英语", "国际经济与贸易", "大数据与会计")
SCARCE = (
    "光电信息科学与工程",
    "微电子科学与工程",
    "新能源材料与器件",
    "护理",
    "智慧健康养老服务与管理",
)


@dataclass(frozen=True, slots=True)
class School:
    name: str
    name_en: str
    region: str
    vocational: bool
    colleges: dict[str, tuple[str, ...]]


SCHOOLS = (
    School(
        "江城大学",
        "Jiangcheng University",
        "420100",
        False,
        {
            "信息学院": ("软件工程", "计算机科学与技术", "统计学", "信息安全"),
            "医学院": ("护理学", "药学", "康复治疗学"),
            "经济管理学院": ("会计学", "金融学", "市场营销", "工商管理"),
            "人文与教育学院": ("小学教育", "英语", "法学"),
        },
    ),
    School(
        "临海理工学院",
        "Linhai Institute of Technology",
        "330200",
        False,
        {
            "机电工程学院": ("机械设计制造及其自动化", "自动化", "电气工程及其自动化"),
            "电子与光电学院": ("电子信息工程", "光电信息科学与工程", "微电子科学与工程"),
            "材料与环境学院": ("新能源材料与器件", "应用化学", "环境工程", "食品科学与工程"),
            "设计与商学院": ("视觉传达设计", "国际经济与贸易", "物流管理"),
        },
    ),
    School(
        "川西职业技术学院",
        "Chuanxi Vocational and Technical College",
        "510100",
        True,
        {
            "智能制造学院": ("数控技术", "模具设计与制造", "电气自动化技术"),
            "健康学院": ("护理", "康复治疗技术", "智慧健康养老服务与管理"),
            "商贸学院": ("大数据与会计", "电子商务", "现代物流管理", "酒店管理与数字化运营"),
            "汽车与建筑学院": ("新能源汽车技术", "建筑工程技术", "软件技术"),
        },
    ),
)


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of work with everything the demo says about it; ``near`` are roles next to it."""

    slug: str
    titles: tuple[str, ...]
    majors: tuple[str, ...]
    degree: int
    pay: tuple[float, float]
    industry: str
    bodies: tuple[str, ...]
    must: tuple[str, ...]
    plus: tuple[str, ...]
    certificates: tuple[str, ...]
    duties: tuple[str, ...]
    projects: tuple[str, ...]
    near: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Place:
    city: str
    factor: float
    brands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoStudent:
    """``detail`` 0: degree and major only; 1: wishes and skills as well; 2: a rich profile."""

    number: int
    school: School
    college: str
    major: str
    name: str
    cohort: int
    role: Role
    detail: int
    city: str

    @property
    def student_no(self) -> str:
        return f"D{self.cohort}{self.number:04d}"


@dataclass(frozen=True, slots=True)
class DemoEmployer:
    number: int
    name: str
    place: Place
    body: str
    role: Role


@dataclass(frozen=True, slots=True)
class DemoPosting:
    number: int
    role: Role
    employer: DemoEmployer

    @property
    def source_id(self) -> str:
        return f"{self.role.slug}-{self.number:03d}"


def words(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


@lru_cache(maxsize=1)
def roles() -> dict[str, Role]:
    with (DATA / "roles.csv").open(encoding="utf-8") as file:
        return {row["slug"]: _role(row) for row in csv.DictReader(file)}


def _role(row: dict[str, str]) -> Role:
    low, high = row["pay"].split("-")
    return Role(
        slug=row["slug"],
        titles=words(row["titles"]),
        majors=words(row["majors"]),
        degree=int(row["degree"]),
        pay=(float(low), float(high)),
        industry=row["industry"],
        bodies=words(row["bodies"]),
        must=words(row["must"]),
        plus=words(row["plus"]),
        certificates=words(row["certificate"]),
        duties=words(row["duties"]),
        projects=words(row["projects"]),
        near=words(row["near"]),
        weight=int(row["weight"]),
    )


@lru_cache(maxsize=1)
def names() -> tuple[list[str], list[str]]:
    """Surnames and given names."""
    with (DATA / "names.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [r["surname"] for r in rows if r["surname"]], [r["given"] for r in rows if r["given"]]


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    with (DATA / "places.csv").open(encoding="utf-8") as file:
        return tuple(
            Place(row["city"], float(row["factor"]), words(row["brand"]))
            for row in csv.DictReader(file)
        )


@lru_cache(maxsize=1)
def students() -> tuple[DemoStudent, ...]:
    programmes = [
        (school, college, major)
        for school in SCHOOLS
        for college, majors in school.colleges.items()
        for major in majors
    ]
    counts = shares(STUDENTS, [supply(major) for _school, _college, major in programmes])
    numbered = [p for p, count in zip(programmes, counts, strict=True) for _ in range(count)]
    return tuple(_student(at, *programme) for at, programme in enumerate(numbered, start=1))


def supply(major: str) -> float:
    """Planted: students of a major against an ordinary one."""
    return 2.0 if major in OVERSUPPLIED else 0.5 if major in SCARCE else 1.0


def _student(at: int, school: School, college: str, major: str) -> DemoStudent:
    degree = 30 if school.vocational else 40
    fitting = [r for r in roles().values() if major in r.majors and r.degree <= degree]
    cities = [place.city for place in places()]
    return DemoStudent(
        number=at,
        school=school,
        college=college,
        major=major,
        name="".join(pick(part, place, at) for place, part in enumerate(names())),
        cohort=pick(COHORTS, "cohort", at),
        role=pick(fitting, "role", at),
        detail=(0, 0, 0, 1, 1, 1, 1, 1, 1, 1, *[2] * 10)[number("detail", at, below=20)],
        city=pick(cities[:20], "city", at)
        if number("far", at, below=4)
        else pick(cities, "any", at),
    )


@lru_cache(maxsize=1)
def employers() -> tuple[DemoEmployer, ...]:
    return tuple(_employers())


def _employers() -> Iterator[DemoEmployer]:
    """Every role has employers, every place too; names do not repeat."""
    kinds = list(roles().values())
    seen: set[str] = set()
    for at in range(EMPLOYERS):
        role = kinds[at % len(kinds)]
        place = places()[(at * 7) % len(places())]
        body = pick(role.bodies, "body", at)
        name = f"{place.city}{pick(place.brands, 'brand', at)}{body}{_legal_form(body)}"
        if name in seen:
            name = name.replace(place.city, f"{place.city}新", 1)
        seen.add(name)
        yield DemoEmployer(at, name, place, body, role)


def _legal_form(body: str) -> str:
    forms = {
        "医院": "",
        "学校": "",
        "律所": "",
        "会计师事务所": "（特殊普通合伙）",
        "银行": "股份有限公司",
    }
    if body == "律所":
        return "（律师事务所）"
    return forms.get(body, "有限公司")


@lru_cache(maxsize=1)
def postings() -> tuple[DemoPosting, ...]:
    kinds = list(roles().values())
    counts = shares(POSTINGS, [role.weight for role in kinds])
    hiring = {
        role.slug: [e for e in employers() if e.role.slug in (role.slug, *role.near)]
        for role in kinds
    }
    wanted = [role for role, count in zip(kinds, counts, strict=True) for _ in range(count)]
    return tuple(
        DemoPosting(at, role, pick(hiring[role.slug], "hires", at))
        for at, role in enumerate(wanted, start=1)
    )


def relevance(student: DemoStudent, posting: DemoPosting) -> int:
    """The planted truth: 3 the same role, 1 a neighbouring one, 0 another."""
    if student.role.slug == posting.role.slug:
        return SAME_ROLE
    return int(posting.role.slug in student.role.near)


def titles_of(role: Role, at: int) -> list[str]:
    return some(role.titles, 1 + number("titles", at, below=2), "wanted", at)

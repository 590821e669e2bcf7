"""Small random worlds for property tests: every value from one seed."""

import random
from collections.abc import Iterable
from dataclasses import replace

from matching.containers import CandidateIndex, PostingIndex
from matching.documents import candidate_facets, content_hash, vacancy_facets
from matching.eligibility import Rules
from matching.encoders import HashingEncoder
from matching.types import (
    Candidate,
    ExperienceRecord,
    Requirement,
    RequirementKind,
    SkillRecord,
    Strength,
    Vacancy,
)

ENCODER = HashingEncoder(64)
RULES = Rules(now_year=2026, related_majors={"0809": ("0807",)})
SKILLS = ("python", "java", "sql", "excel", "nursing", "welding", "drawing", "accounting")
CERTIFICATES = ("teacher", "nurse", "driver")
LANGUAGES = ("cet4", "cet6")
MAJORS = ("080901", "080902", "080703", "120203", "101101", "0809", "050101")
MAJOR_CODES = (*MAJORS, "08", "12", "1202", "1011")
REGIONS = ("440000", "440100", "440300", "310000", "310115", "110000")
INDUSTRIES = ("I", "I65", "C", "C39", "Q")
TITLES = (
    "数据分析师",
    "Java开发工程师",
    "护士",
    "会计",
    "小学教师",
    "焊工",
    "Data analyst",
    "平面设计",
)
OCCUPATIONS = ("2-02-10-03", "2-02-10-09", "2-05-08-01", "2-06-03-00", "4-14-01-01")
KINDS = ("full_time", "internship")


def some(rng: random.Random, values: Iterable[str], most: int) -> tuple[str, ...]:
    pool = list(values)
    return tuple(rng.sample(pool, rng.randint(0, min(most, len(pool)))))


def records(rng: random.Random, codes: Iterable[str], most: int) -> tuple[SkillRecord, ...]:
    return tuple(
        SkillRecord(code, rng.randint(0, 4), rng.choice(("claim", "project")), f"会{code}", 2024)
        for code in some(rng, codes, most)
    )


def make_candidate(rng: random.Random, number: int) -> Candidate:
    made = Candidate(
        id=number,
        audience=rng.choice((None, 1, 2)),
        degree=rng.choice((None, 30, 40, 50)),
        majors=some(rng, MAJORS, 2),
        major_name=rng.choice(("", "软件工程", "会计学")),
        cohort=rng.choice((None, 2025, 2026, 2027)),
        experience_years=rng.choice((None, 0.0, 0.5, 3.0)),
        skills=records(rng, SKILLS, 5),
        certificates=records(rng, CERTIFICATES, 2),
        languages=records(rng, LANGUAGES, 2),
        courses=some(rng, ("数据库", "统计学", "审计"), 2),
        experiences=tuple(
            ExperienceRecord("实习", f"参与{word}相关工作", "internship", 3.0, 2025)
            for word in some(rng, ("数据", "护理", "教学"), 2)
        ),
        target_titles=some(rng, TITLES, 3),
        target_occupations=some(rng, OCCUPATIONS, 2),
        regions=some(rng, REGIONS, 2),
        regions_hard=rng.random() < 0.3,
        industries=some(rng, INDUSTRIES, 2),
        pay_floor=rng.choice((None, 5000, 9000)),
        pay_hard=rng.random() < 0.3,
        kinds=some(rng, KINDS, 1),
        kinds_hard=rng.random() < 0.3,
    )
    if made.target_titles or made.target_occupations:
        return made
    return replace(made, trade=tuple(sorted({record.skill for record in made.skills})))


def make_requirement(rng: random.Random) -> Requirement:
    kind = rng.choice(list(RequirementKind))
    codes = {
        RequirementKind.SKILL: SKILLS,
        RequirementKind.MAJOR: MAJOR_CODES,
        RequirementKind.CERTIFICATE: CERTIFICATES,
        RequirementKind.LANGUAGE: LANGUAGES,
        RequirementKind.COHORT: ("2025", "2026"),
    }.get(kind, ())
    minimum = {
        RequirementKind.DEGREE: (30, 40, 50),
        RequirementKind.EXPERIENCE: (0, 1, 3),
        RequirementKind.SKILL: (None, 2, 3),
    }.get(kind, (None,))
    return Requirement(
        kind=kind,
        strength=rng.choice(list(Strength)),
        label=kind.value,
        codes=some(rng, codes, 3),
        minimum=rng.choice(minimum),
        related=rng.random() < 0.3,
        hard=rng.random() < 0.5,
        sentence=f"要求{kind.value}",
    )


def make_vacancy(rng: random.Random, number: int) -> Vacancy:
    return Vacancy(
        id=number,
        title=rng.choice(TITLES),
        description=rng.choice(
            ("", "负责数据整理与分析，编写报告，配合业务部门完成任务并持续改进流程和质量。")
        ),
        requirements=tuple(make_requirement(rng) for _ in range(rng.randint(0, 5))),
        occupations=some(rng, OCCUPATIONS, 1),
        regions=some(rng, REGIONS, 2),
        industries=some(rng, INDUSTRIES, 1),
        pay_min=rng.choice((None, 4000)),
        pay_max=rng.choice((None, 6000, 10000)),
        kind=rng.choice(("", *KINDS)),
        audience=rng.choice((None, None, 1)),
    )


def make_world(seed: int, students: int, openings: int) -> tuple[list[Candidate], list[Vacancy]]:
    rng = random.Random(seed)
    candidates = [make_candidate(rng, 100 + number) for number in range(students)]
    return candidates, [make_vacancy(rng, 500 + number) for number in range(openings)]


def index_candidates(candidates: Iterable[Candidate]) -> CandidateIndex:
    candidates = list(candidates)
    texts = [text for value in candidates for text in candidate_facets(value).texts()]
    index = CandidateIndex(ENCODER.name, ENCODER.dim)
    index.put(candidates, vectors_of(texts))
    return index


def index_vacancies(vacancies: Iterable[Vacancy]) -> PostingIndex:
    vacancies = list(vacancies)
    texts = [text for value in vacancies for text in vacancy_facets(value).texts()]
    index = PostingIndex(RULES, ENCODER.name, ENCODER.dim)
    index.put(vacancies, vectors_of(texts))
    return index


def vectors_of(texts: Iterable[str]) -> dict[str, object]:
    distinct = sorted(set(texts))
    rows = ENCODER.encode(distinct)
    return {content_hash(text, ENCODER.name): row for text, row in zip(distinct, rows, strict=True)}

"""Student rows → ``matching.types.Candidate``. Protected traits are never read here."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet

from employment.matches.adapters.lexicon import skill_mentions, trade_ids
from employment.students.enums import ExperienceKind
from employment.students.models import (
    Certificate,
    Education,
    Experience,
    Intention,
    LanguageScore,
    SkillClaim,
    StudentProfile,
)
from matching.types import Candidate, ExperienceRecord, SkillRecord

WORK_KINDS = (ExperienceKind.INTERNSHIP, ExperienceKind.JOB)
DAYS_PER_MONTH = 30.44
NO_TITLE = frozenset(
    {"其他", "其它", "不限", "无", "待定", "都可以"}
)  # wishes for no work in particular


def load_candidates(student_ids: Iterable[int]) -> list[Candidate]:
    """The engine's view of these students, ordered by id; gone rows are left out."""
    return [candidate_of(row) for row in student_rows(student_ids)]


def student_rows(student_ids: Iterable[int]) -> QuerySet[StudentProfile]:
    """All that the engine's view is made of, and nothing protected."""
    return (
        StudentProfile.objects.filter(pk__in=list(student_ids))
        .select_related("major", "intention")
        .prefetch_related(
            Prefetch("educations", Education.objects.select_related("major")),
            "experiences",
            "skills",
            "certificates",
            "languages",
            "intention__occupations",
            "intention__regions",
            "intention__industries",
        )
        .order_by("pk")
    )


def candidate_of(student: StudentProfile) -> Candidate:
    """``student`` comes with its related rows prefetched, as ``load_candidates`` does."""
    educations = list(student.educations.all())
    experiences = [experience_record(row) for row in student.experiences.all()]
    courses = tuple(name for row in educations for name in split_courses(row.courses))
    intention: Intention | None = getattr(student, "intention", None)
    skills = tuple(skill_records(student, experiences, courses))
    return Candidate(
        id=student.pk,
        audience=student.university_id,
        degree=student.degree,
        majors=major_codes(student, educations),
        major_name=student.major.name if student.major else student.major_text,
        cohort=student.cohort,
        experience_years=worked_years(experiences, student.work_years),
        skills=skills,
        trade=trade_skills(skills),
        certificates=tuple(certificate_record(row) for row in student.certificates.all()),
        languages=tuple(language_record(row) for row in student.languages.all()),
        courses=courses,
        experiences=tuple(experiences),
        summary=student.summary,
        **(intention_fields(intention) if intention else {}),
    )


def trade_skills(skills: Sequence[SkillRecord]) -> tuple[str, ...]:
    """What somebody can do, which stands for a wish where none is stated: what they name as a
    skill, or else what they did; a word about oneself is no trade."""
    claimed = {record.skill for record in skills if record.source == "claim"} & trade_ids()
    done = {record.skill for record in skills if record.source != "summary"} & trade_ids()
    return tuple(sorted(claimed or done))


def intention_fields(intention: Intention) -> dict[str, Any]:
    return {
        "target_titles": tuple(title for title in intention.titles if title not in NO_TITLE),
        "target_occupations": tuple(row.pk for row in intention.occupations.all()),
        "regions": tuple(row.pk for row in intention.regions.all()),
        "regions_hard": intention.regions_hard,
        "industries": tuple(row.pk for row in intention.industries.all()),
        "pay_floor": intention.pay_floor,
        "pay_hard": intention.pay_hard,
        "kinds": tuple(intention.kinds),
        "kinds_hard": intention.kinds_hard,
    }


def major_codes(student: StudentProfile, educations: Sequence[Education]) -> tuple[str, ...]:
    own = [student.major_id] if student.major_id else []
    others = [row.major_id for row in educations if row.major_id]
    return tuple(dict.fromkeys(own + others))


def experience_record(row: Experience) -> ExperienceRecord:
    return ExperienceRecord(
        title=" ".join(filter(None, (row.organisation, row.title))),
        text=row.description,
        source=row.kind,
        months=months_between(row.start, row.end),
        year=latest.year if (latest := row.end or row.start) else None,
    )


def months_between(start: dt.date | None, end: dt.date | None) -> float:
    if not start or not end:
        return 0.0
    return max((end - start).days, 0) / DAYS_PER_MONTH


def worked_years(experiences: Sequence[ExperienceRecord], stated: Decimal | None) -> float | None:
    """Years of internships and jobs, at least those stated; None when neither says how long."""
    months = sum(row.months for row in experiences if row.source in WORK_KINDS)
    if not months and stated is None:
        return None
    return max(months / 12, float(stated or 0))


def split_courses(text: str) -> Iterator[str]:
    for separator in "、，；;\n":
        text = text.replace(separator, ",")
    return (name.strip() for name in text.split(",") if name.strip())


def skill_records(
    student: StudentProfile, experiences: Sequence[ExperienceRecord], courses: Sequence[str]
) -> Iterator[SkillRecord]:
    """Claimed skills first, then those that the student's own words mention."""
    for claim in student.skills.all():
        yield from claimed_skill(claim)
    for row in experiences:
        for skill, sentence in skill_mentions(f"{row.title}。{row.text}"):
            yield SkillRecord(skill, 0, row.source, sentence, row.year)
    for course in courses:
        for skill, _sentence in skill_mentions(course):
            yield SkillRecord(skill, 0, "course", course)
    for skill, sentence in skill_mentions(student.summary):
        yield SkillRecord(skill, 0, "summary", sentence)


def claimed_skill(claim: SkillClaim) -> Iterator[SkillRecord]:
    text = claim.evidence or claim.name
    known = [claim.skill_id] if claim.skill_id else [s for s, _ in skill_mentions(claim.name)]
    for skill in known:
        yield SkillRecord(skill, claim.level, "claim", text)


def certificate_record(row: Certificate) -> SkillRecord:
    year = row.issued.year if row.issued else None
    return SkillRecord(row.skill_id or named_skill(row.name), 0, "certificate", row.name, year)


def language_record(row: LanguageScore) -> SkillRecord:
    text = f"{row.name} {row.score}".strip()
    return SkillRecord(row.skill_id or named_skill(row.name), 0, "language", text)


def named_skill(name: str) -> str:
    """The lexicon's id for a written name, else the name itself (it then matches nothing)."""
    return next((skill for skill, _sentence in skill_mentions(name)), name)

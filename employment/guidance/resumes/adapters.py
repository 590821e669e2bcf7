"""The profile as a resume: everything it proves, nothing beside it."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.utils.translation import override

from employment.guidance.resumes.content import Contact, Entry, ResumeContent, Skill
from employment.guidance.resumes.wording import CODES
from employment.students.enums import ExperienceKind, SkillLevel
from employment.students.models import Education, Experience, SkillClaim, StudentProfile

SECTION_OF = {
    ExperienceKind.INTERNSHIP: "experience",
    ExperienceKind.JOB: "experience",
    ExperienceKind.PROJECT: "projects",
    ExperienceKind.RESEARCH: "projects",
    ExperienceKind.COMPETITION: "awards",
    ExperienceKind.CAMPUS: "campus",
    ExperienceKind.VOLUNTEER: "campus",
}
_SENTENCES = re.compile(r"(?<=[。；！])\s*|\n+")
_BULLET = re.compile(r"^\s*(?:[-•·*]|\d+[.、)）])\s*")


def content_of_profile(student: StudentProfile, *, language: str) -> ResumeContent:
    """``student`` as fetched by ``with_profile``. Texts stay in the language they were written in;
    degrees and levels are named in the resume's."""
    with override(CODES[language]):
        intention = getattr(student, "intention", None)
        content = ResumeContent(
            contact=Contact(name=student.name, phone=student.phone, email=student.user.email),
            target=(intention.titles or [""])[0] if intention else "",
            summary=student.summary,
            education=tuple(_educations(student)),
            skills=tuple(_skill(row) for row in student.skills.all()),
            certificates=tuple(row.name for row in student.certificates.all()),
            languages=tuple(f"{r.name} {r.score}".strip() for r in student.languages.all()),
        )
        told: dict[str, Any] = _experiences(student.experiences.all())
        return replace(content, **told)


def _educations(student: StudentProfile) -> list[Entry]:
    rows = list(student.educations.all())
    return [_education(row) for row in rows] or [_present_programme(student)]


def _education(row: Education) -> Entry:
    courses = tuple(line for line in row.courses.splitlines() if line.strip())
    return Entry(
        title=row.major.label if row.major else row.major_text,
        organisation=row.school,
        detail=row.get_degree_display() or "",
        start=_month(row.start),
        end=_month(row.end),
        lines=courses,
    )


def _present_programme(student: StudentProfile) -> Entry:
    years = student.programme_years
    start = f"{student.cohort - years}-09" if student.cohort and years else ""
    gpa = f"GPA {student.gpa}" if student.gpa else ""
    degree = student.get_degree_display() if student.degree else ""
    return Entry(
        title=student.major.label if student.major else student.major_text,
        organisation=student.university.label,
        detail=" · ".join(filter(None, (degree, gpa))),
        start=start,
        end=f"{student.cohort}-06" if student.cohort else "",
    )


def _experiences(rows: Iterable[Experience]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {name: [] for name in dict.fromkeys(SECTION_OF.values())}
    for row in rows:
        entry = Entry(
            title=row.title,
            organisation=row.organisation,
            start=_month(row.start),
            end=_month(row.end),
            lines=bullet_lines(row.description),
        )
        found[SECTION_OF[ExperienceKind(row.kind)]].append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


def bullet_lines(text: str) -> tuple[str, ...]:
    """A description as bullet lines: its own lines, else its sentences."""
    pieces = (_BULLET.sub("", piece).strip() for piece in _SENTENCES.split(text))
    return tuple(piece for piece in pieces if piece)


def _skill(row: SkillClaim) -> Skill:
    level = str(SkillLevel(row.level).label) if row.level else ""
    return Skill(row.name, level, row.evidence)


def _month(day: dt.date | None) -> str:
    return day.strftime("%Y-%m") if day else ""

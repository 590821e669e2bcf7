"""What a student can show, as planning reads it. Protected traits are never read here."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from employment.guidance.pathways.models import Course
from employment.guidance.pathways.rules.distance import AWARE
from employment.matches.adapters.lexicon import skill_mentions
from employment.matches.adapters.students import candidate_of, student_rows
from employment.privacy.enums import Purpose
from employment.privacy.models import Consent
from employment.students.models import GradeRecord, StudentProfile

PASSED = 60
MARKS = "TK"


@dataclass(frozen=True, slots=True)
class Activity:
    title: str
    skills: frozenset[str]
    end: dt.date | None


@dataclass(frozen=True, slots=True)
class Person:
    """``levels``: skill → level, 0 where there is evidence but no level.

    ``evidence``: skill → where it shows. ``grade_change``: points from first to last term, only
    with consent to guidance. ``done``: codes of courses passed, likewise.
    """

    student: StudentProfile
    levels: Mapping[str, int]
    evidence: Mapping[str, tuple[str, ...]]
    majors: tuple[str, ...]
    regions: tuple[str, ...]
    activities: tuple[Activity, ...]
    may_use_grades: bool
    done: frozenset[str]
    grade_change: float | None


def person_of(student: StudentProfile) -> Person:
    row = student_rows([student.pk]).get()
    candidate = candidate_of(row)
    levels: dict[str, int] = {}
    evidence: dict[str, list[str]] = defaultdict(list)
    for record in (*candidate.skills, *candidate.certificates, *candidate.languages):
        _note(levels, record.skill, record.level)
        evidence[record.skill].append(record.text)
    agreed = may_use_grades(student)
    grades = list(GradeRecord.objects.filter(student=student)) if agreed else []
    done = passed_courses(student, grades)
    for course in done:
        for skill in course.skills.all():
            _note(levels, skill.pk, 0)
            evidence[skill.pk].append(course.name)
    return Person(
        student=row,
        levels=levels,
        evidence={skill: tuple(texts) for skill, texts in evidence.items()},
        majors=major_codes(row),
        regions=candidate.regions,
        activities=tuple(
            Activity(
                one.title,
                frozenset(skill for skill, _s in skill_mentions(f"{one.title}。{one.description}")),
                one.end,
            )
            for one in row.experiences.all()
        ),
        may_use_grades=agreed,
        done=frozenset(course.code for course in done),
        grade_change=grade_change(grades),
    )


def may_use_grades(student: StudentProfile) -> bool:
    consents = Consent.objects.in_force().filter(user=student.user_id)
    return consents.filter(purpose=Purpose.GUIDANCE).exists()


def passed_courses(student: StudentProfile, grades: list[GradeRecord]) -> list[Course]:
    names = [row.course for row in grades if row.score is None or row.score >= PASSED]
    if not names:
        return []
    rows = Course.objects.filter(university=student.university_id, name__in=names)
    return list(rows.prefetch_related("skills"))


def major_codes(student: StudentProfile) -> tuple[str, ...]:
    """The major, then its class and discipline, as postings name them."""
    major = student.major
    if major is None:
        return ()
    return (major.pk.rstrip(MARKS), major.class_code, major.discipline_code)


def grade_change(grades: list[GradeRecord]) -> float | None:
    """Mean of the last term minus that of the first; None with fewer than two terms."""
    terms: dict[str, list[float]] = defaultdict(list)
    for row in grades:
        if row.score is not None and row.term:
            terms[row.term].append(float(row.score))
    if len(terms) < 2:
        return None
    means = [sum(scores) / len(scores) for _term, scores in sorted(terms.items())]
    return means[-1] - means[0]


def _note(levels: dict[str, int], skill: str, level: int) -> None:
    """The best that is known: evidence without a level beats the basic level."""
    if skill not in levels or levels[skill] == AWARE:
        levels[skill] = level

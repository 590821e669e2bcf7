"""Guidance reports of students, made by the service."""

import datetime as dt
from typing import Any

from django.utils import timezone

from employment.guidance.assessments.models import Result, Sitting
from employment.guidance.reports.models import Report
from employment.guidance.reports.services.making import make_report as made
from employment.guidance.reports.services.sharing import NewLink, share_report
from employment.students.models import GradeRecord, StudentProfile
from tests.factories.accounts import make_university, make_user
from tests.factories.matches import CHECK, make_match
from tests.factories.students import (
    make_experience,
    make_intention,
    make_skill_claim,
    make_student,
)

INTERESTS = {"r": 0.3, "i": 0.9, "a": 0.4, "s": 0.35, "e": 0.5, "c": 0.7}


def make_report(student: StudentProfile | None = None) -> Report:
    return made(student_id=(student or make_student()).pk)


def make_second_report(student: StudentProfile) -> Report:
    """Another version, after a change that a report speaks of."""
    make_skill_claim(student, skill="autocad", evidence="零件图")
    return make_report(student)


def make_link(report: Report, *, days: int = 7, **options: Any) -> NewLink:
    return share_report(report=report, days=days, **options)


def make_result(student: StudentProfile, *, flags: tuple[str, ...] = ()) -> Result:
    sitting = Sitting.objects.create(
        student=student, instrument="interests", items=[], finished_at=timezone.now()
    )
    return Result.objects.create(
        sitting=sitting,
        student=student,
        instrument="interests",
        scores=INTERESTS,
        flags=list(flags),
    )


def make_rich_student(*, name: str = "欧阳清", **options: Any) -> StudentProfile:
    """Skills with and without proof, an experience, wishes, grades, an assessment, matches."""
    if "user" not in options:
        university = options.setdefault("university", make_university())
        options["user"] = make_user(role="student", organisation=university, name=name)
    student = make_student(**options)
    make_intention(student)
    make_skill_claim(student, skill="python", evidence="校园二手交易平台的后端")
    make_skill_claim(student, skill="java")
    make_experience(
        student,
        organisation="云杉软件",
        start=dt.date(2026, 1, 5),
        end=dt.date(2026, 4, 10),
        description="使用 Python 和 MySQL 开发后端接口，负责订单模块，压测到每秒 300 单。",
    )
    GradeRecord.objects.create(student=student, course="数据结构", score=93, term="2024-1")
    make_result(student)
    for skill, outcome in (("MySQL", "missing"), ("MySQL", "missing"), ("MySQL", "missing")):
        make_match(student=student, checks=[CHECK, {**CHECK, "label": skill, "outcome": outcome}])
    return student

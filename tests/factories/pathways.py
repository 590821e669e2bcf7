"""Courses, living costs, admissions, and postings that ask for chosen skills."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from employment.accounts.models import Organisation
from employment.guidance.pathways.models import AdmissionRecord, Course, LivingCost
from employment.postings.models import Posting
from employment.students.enums import Degree
from tests.factories.accounts import make_university
from tests.factories.postings import make_employer, make_posting, make_requirement
from tests.factories.sequence import next_number
from tests.factories.taxonomy import make_major, make_region, make_skill


def make_course(
    *,
    university: Organisation | None = None,
    skills: Iterable[str] = ("python",),
    needs: Iterable[Course] = (),
    **fields: Any,
) -> Course:
    number = next_number("course")
    values = {"code": f"C{number:03d}", "name": f"课程{number}", "credits": 2} | fields
    course = Course.objects.create(university=university or make_university(), **values)
    course.skills.set([make_skill(one) for one in skills])
    course.prerequisites.set(needs)
    return course


def make_demand(
    n: int = 6,
    *,
    occupation: str = "2-02-10-03",
    skills: Iterable[str] = ("python", "mysql"),
    **fields: Any,
) -> list[Posting]:
    """``n`` postings of today for an occupation, each asking for all of the skills."""
    employer = make_employer()
    values = {"posted_on": dt.date.today()} | fields
    postings = [make_posting(employer=employer, occupation=occupation, **values) for _ in range(n)]
    for posting in postings:
        for skill in skills:
            make_requirement(posting, label=skill, codes=[make_skill(skill).pk], sentence="")
    return postings


def make_cost(region: str = "330100", **fields: Any) -> LivingCost:
    values = {"rent": 1900, "price_level": 106, "source": "测试"}
    return LivingCost.objects.create(region=make_region(region), **(values | fields))


def make_admission(university: Organisation, **fields: Any) -> AdmissionRecord:
    values = {
        "path": "postgraduate",
        "major": make_major(),
        "degree": Degree.BACHELOR,
        "cohort": 2026,
        "tried": 20,
        "admitted": 8,
    }
    return AdmissionRecord.objects.create(university=university, **(values | fields))

"""Students with consents, intentions and records."""

from collections.abc import Iterable
from typing import Any

from employment.accounts.enums import Role
from employment.accounts.models import Organisation, User
from employment.privacy.enums import Purpose
from employment.privacy.models import Consent
from employment.students.enums import (
    Degree,
    EnrolmentState,
    ExperienceKind,
    FurtherStudy,
    SkillLevel,
)
from employment.students.models import (
    Certificate,
    Experience,
    Intention,
    LanguageScore,
    SkillClaim,
    StudentProfile,
)
from employment.taxonomy.models import Skill
from tests.factories.accounts import make_university, make_user
from tests.factories.sequence import next_number
from tests.factories.taxonomy import make_major, make_occupation, make_region, make_skill


def make_student(
    *,
    university: Organisation | None = None,
    college: Organisation | None = None,
    user: User | None = None,
    consents: bool | Iterable[Purpose] = True,
    major: str | None = "080901",
    bare: bool = False,
    skills: Iterable[str] = (),
    **fields: Any,
) -> StudentProfile:
    """A confirmed bachelor student of the 2027 cohort.

    ``bare``: nothing but the account. ``major``: a code of ``tests.factories.taxonomy``.
    ``skills``: ids of lexicon entries to claim at the skilled level.
    """
    university = university or (college.parent if college else None) or make_university()
    user = user or make_user(role=Role.STUDENT, organisation=university)
    number = next_number("student")
    values: dict[str, Any] = {"student_no": f"2023{number:06d}"}
    if not bare:
        values |= {
            "degree": Degree.BACHELOR,
            "major": make_major(major) if major else None,
            "cohort": 2027,
            "enrolment": EnrolmentState.CONFIRMED,
        }
    student = StudentProfile.objects.create(
        user=user, university=university, college=college, **(values | fields)
    )
    give_consents(user, consents)
    for skill in skills:
        make_skill_claim(student, skill=skill)
    return student


def give_consents(user: User, consents: bool | Iterable[Purpose]) -> None:
    purposes = (list(Purpose) if consents else []) if isinstance(consents, bool) else consents
    for purpose in purposes:
        Consent.objects.create(user=user, purpose=purpose, text_version="1")


def make_intention(
    student: StudentProfile,
    *,
    titles: Iterable[str] = ("软件开发工程师",),
    occupations: Iterable[str] = ("2-02-10-03",),
    regions: Iterable[str] = ("330100",),
    **fields: Any,
) -> Intention:
    values = {"further_study": FurtherStudy.NONE} | fields
    intention = Intention.objects.create(student=student, titles=list(titles), **values)
    intention.occupations.set([make_occupation(code) for code in occupations])
    intention.regions.set([make_region(code) for code in regions])
    return intention


def make_skill_claim(
    student: StudentProfile,
    *,
    skill: str = "python",
    level: SkillLevel = SkillLevel.SKILLED,
    **fields: Any,
) -> SkillClaim:
    entry: Skill = make_skill(skill)
    return SkillClaim.objects.create(
        student=student, skill=entry, name=entry.name, level=level, **fields
    )


def make_experience(student: StudentProfile, **fields: Any) -> Experience:
    values = {
        "kind": ExperienceKind.PROJECT,
        "title": "校园二手交易平台",
        "description": "使用 Python 和 MySQL 开发后端接口,负责订单模块。",
    }
    return Experience.objects.create(student=student, **(values | fields))


def make_certificate(
    student: StudentProfile, *, skill: str = "cet-4", **fields: Any
) -> Certificate:
    entry = make_skill(skill)
    return Certificate.objects.create(student=student, skill=entry, name=entry.name, **fields)


def make_language(
    student: StudentProfile, *, skill: str = "english", **fields: Any
) -> LanguageScore:
    entry = make_skill(skill)
    return LanguageScore.objects.create(student=student, skill=entry, name=entry.name, **fields)

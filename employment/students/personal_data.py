"""The profile and all its entries, in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.privacy.services.personal_data import register
from employment.students.models import Intention, ProtectedTraits, StudentProfile

PROFILE = (
    "university__name",
    "college__name",
    "enrolment",
    "student_no",
    "phone",
    "degree",
    "major__name",
    "major_text",
    "cohort",
    "programme_years",
    "gpa",
    "work_years",
    "summary",
    "source",
    "created_at",
    "updated_at",
)
RECORDS = {
    "educations": (
        "school",
        "degree",
        "major__name",
        "major_text",
        "start",
        "end",
        "is_minor",
        "courses",
        "source",
    ),
    "experiences": ("kind", "title", "organisation", "start", "end", "description", "source"),
    "skills": ("name", "level", "evidence", "source"),
    "certificates": ("name", "issued", "source"),
    "languages": ("name", "score", "source"),
    "grades": ("course", "credits", "score", "term"),
}
INTENTION = (
    "titles",
    "regions_hard",
    "pay_floor",
    "pay_hard",
    "kinds",
    "kinds_hard",
    "further_study",
    "available_from",
)
WISHES = ("occupations", "regions", "industries")
PROTECTED = ("gender", "ethnicity", "birthplace__name", "hardship", "disability")


def export_profile(user: User) -> dict[str, Any] | None:
    rows = StudentProfile.objects.filter(user=user)
    profile = rows.values(*PROFILE).first()
    if profile is None:
        return None
    student = rows.get()
    records = {name: list(getattr(student, name).values(*names)) for name, names in RECORDS.items()}
    protected = ProtectedTraits.objects.filter(student=student).values(*PROTECTED).first()
    return {
        **profile,
        **records,
        "intention": export_intention(student),
        "protected_traits": protected,
    }


def export_intention(student: StudentProfile) -> dict[str, Any] | None:
    intention = Intention.objects.filter(student=student).first()
    if intention is None:
        return None
    wishes = {name: [row.name for row in getattr(intention, name).all()] for name in WISHES}
    return {name: getattr(intention, name) for name in INTENTION} | wishes


def register_section() -> None:
    register(name="profile", exporter=export_profile)

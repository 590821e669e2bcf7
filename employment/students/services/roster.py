"""Many students at once, as a university's roster brings them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import models, transaction

from employment.accounts.enums import OrganisationKind, Role
from employment.accounts.models import Membership, Organisation, User
from employment.privacy.models import Consent
from employment.privacy.services.consents import TEXT_VERSION
from employment.students.enums import DataSource, EnrolmentState
from employment.students.models import (
    Certificate,
    Education,
    Experience,
    Intention,
    LanguageScore,
    ProtectedTraits,
    SkillClaim,
    StudentProfile,
)
from employment.students.services.revisions import mark_students_changed

RECORD_MODELS: Mapping[str, type[models.Model]] = {
    "educations": Education,
    "experiences": Experience,
    "skills": SkillClaim,
    "certificates": Certificate,
    "languages": LanguageScore,
}
ROSTER_FIELDS = (
    *("degree", "major_id", "major_text", "cohort", "gpa"),
    *("college_id", "work_years"),
)


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A student as a roster or another system describes them. ``profile`` and ``intention`` are
    model fields by name, ``wishes`` lists of codes by relation, ``records`` fields of each row,
    ``traits`` fields of ``ProtectedTraits``, which matching never sees."""

    student_no: str
    name: str
    email: str = ""
    college: str = ""
    profile: Mapping[str, Any] = field(default_factory=dict)
    intention: Mapping[str, Any] = field(default_factory=dict)
    wishes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    records: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    traits: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def add_students(
    *, university: Organisation, entries: Sequence[RosterEntry], purposes: Iterable[str] = ()
) -> list[StudentProfile]:
    """Write confirmed students that do not exist yet; they sign in after a password reset.

    ``purposes`` are those to which the university holds the students' written consent.
    """
    colleges = ensure_colleges(university, (entry.college for entry in entries))
    users = User.objects.bulk_create([user_of(university, entry) for entry in entries])
    students = StudentProfile.objects.bulk_create(
        StudentProfile(
            user=user,
            university=university,
            college=colleges.get(entry.college),
            student_no=entry.student_no,
            enrolment=EnrolmentState.CONFIRMED,
            source=DataSource.IMPORT,
            **entry.profile,
        )
        for user, entry in zip(users, entries, strict=True)
    )
    Membership.objects.bulk_create(
        Membership(user=user, organisation=university, role=Role.STUDENT) for user in users
    )
    Consent.objects.bulk_create(
        Consent(user=user, purpose=purpose, text_version=f"{TEXT_VERSION}/roster")
        for purpose in purposes
        for user in users
    )
    add_intentions(students, entries)
    add_records(students, entries)
    save_traits((row.pk, entry.traits) for row, entry in zip(students, entries, strict=True))
    mark_students_changed(student_ids=[student.pk for student in students])
    return students


def user_of(university: Organisation, entry: RosterEntry) -> User:
    return User(
        username=f"{university.pk}-{entry.student_no}",
        name=entry.name,
        email=entry.email,
        password=make_password(None),
    )


def ensure_colleges(university: Organisation, names: Iterable[str]) -> dict[str, Organisation]:
    wanted = {name for name in names if name}
    Organisation.objects.bulk_create(
        (
            Organisation(kind=OrganisationKind.COLLEGE, name=name, parent=university)
            for name in sorted(wanted)
        ),
        ignore_conflicts=True,
    )
    return {row.name: row for row in Organisation.objects.colleges_of(university.pk)}


def add_intentions(students: Sequence[StudentProfile], entries: Sequence[RosterEntry]) -> None:
    intentions = Intention.objects.bulk_create(
        Intention(student=student, **entry.intention)
        for student, entry in zip(students, entries, strict=True)
    )
    for name in ("occupations", "regions", "industries"):
        relation = Intention._meta.get_field(name)
        through = getattr(Intention, name).through
        target = f"{relation.related_model._meta.model_name}_id"  # type: ignore[union-attr]
        through.objects.bulk_create(
            through(intention_id=intention.pk, **{target: code})
            for intention, entry in zip(intentions, entries, strict=True)
            for code in dict.fromkeys(entry.wishes.get(name, ()))
        )


def add_records(students: Sequence[StudentProfile], entries: Sequence[RosterEntry]) -> None:
    for name, model in RECORD_MODELS.items():
        model._default_manager.bulk_create(
            model(student=student, source=DataSource.IMPORT, **fields)
            for student, entry in zip(students, entries, strict=True)
            for fields in entry.records.get(name, ())
        )


@transaction.atomic
def refresh_students(*, university: Organisation, entries: Mapping[str, RosterEntry]) -> set[str]:
    """Take over what the roster says about students who exist; numbers of those that changed.

    Only what the university knows (degree, major, cohort, grades, college); a gap in the roster
    empties nothing, and what the student wrote stays.
    """
    colleges = ensure_colleges(university, (entry.college for entry in entries.values()))
    rows = StudentProfile.objects.select_for_update(of=("self",)).filter(
        university=university, student_no__in=entries
    )
    changed = []
    for student in rows:
        entry = entries[student.student_no]
        college = colleges.get(entry.college)
        news = {**entry.profile, "college_id": college.pk if college else None}
        fresh = {
            name: news[name]
            for name in ROSTER_FIELDS
            if news.get(name) not in (None, "") and getattr(student, name) != news[name]
        }
        if fresh:
            StudentProfile.objects.filter(pk=student.pk).update(**fresh)
            changed.append(student)
    mark_students_changed(student_ids=[student.pk for student in changed])
    numbers = {row.pk: row.student_no for row in rows}
    told = save_traits((pk, entries[number].traits) for pk, number in numbers.items())
    return {student.student_no for student in changed} | {numbers[pk] for pk in told}


def save_traits(traits: Iterable[tuple[int, Mapping[str, Any]]]) -> set[int]:
    """Take over the traits that are stated, by student; who changed. A gap empties nothing, and
    no revision grows, as matching never reads them."""
    stated = {student_id: fields for student_id, fields in traits if fields}
    known = {row.student_id: row for row in ProtectedTraits.objects.filter(student__in=stated)}
    changed = set()
    for student_id, fields in stated.items():
        row = known.setdefault(student_id, ProtectedTraits(student_id=student_id))
        if row.pk is None or any(getattr(row, name) != value for name, value in fields.items()):
            changed.add(student_id)
        for name, value in fields.items():
            setattr(row, name, value)
    ProtectedTraits.objects.bulk_create(
        (known[student_id] for student_id in sorted(changed)),
        update_conflicts=True,
        unique_fields=["student"],
        update_fields=["gender", "ethnicity", "birthplace", "hardship", "disability"],
    )
    return changed

"""Creating and changing a student's profile. Each change raises the revision."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

from employment.accounts.enums import Role
from employment.accounts.models import Membership, Organisation, User
from employment.common.audit import record
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import grant_consent
from employment.students.enums import DataSource, EnrolmentState
from employment.students.models import Intention, StudentProfile
from employment.students.services.revisions import mark_students_changed

MANY_FIELDS = frozenset({"occupations", "regions", "industries"})
START_PURPOSES = (Purpose.MATCHING, Purpose.STATISTICS)


@transaction.atomic
def create_student(
    *,
    user: User,
    university: Organisation,
    purposes: Iterable[Purpose] = START_PURPOSES,
    enrolment: EnrolmentState = EnrolmentState.CLAIMED,
    source: DataSource = DataSource.STUDENT,
    **fields: Any,
) -> StudentProfile:
    """A profile with its membership, an empty intention and the consents given at sign-up."""
    student = StudentProfile(
        user=user, university=university, enrolment=enrolment, source=source, **fields
    )
    student.full_clean(exclude=["user"])
    student.save()
    Intention.objects.create(student=student)
    Membership.objects.get_or_create(user=user, organisation=university, role=Role.STUDENT)
    for purpose in purposes:
        grant_consent(user=user, purpose=purpose)
    record(action="student.created", obj=student, organisation_id=university.pk, source=source)
    mark_students_changed(student_ids=[student.pk])
    return student


@transaction.atomic
def edit_student(*, student: StudentProfile, **fields: Any) -> StudentProfile:
    """Set fields of the profile itself; ``ValidationError`` names what does not fit."""
    for name, value in fields.items():
        setattr(student, name, value)
    student.full_clean()
    student.save(update_fields=[*fields, "updated_at"])
    mark_students_changed(student_ids=[student.pk])
    return student


@transaction.atomic
def edit_intention(*, student: StudentProfile, **fields: Any) -> Intention:
    """Set what the student wants; lists of occupations, regions and industries are replaced."""
    intention, _created = Intention.objects.get_or_create(student=student)
    many = {
        name: fields.pop(name)
        for name in ("occupations", "regions", "industries")
        if name in fields
    }
    for name, value in fields.items():
        setattr(intention, name, value)
    intention.full_clean()
    intention.save()
    for name, rows in many.items():
        getattr(intention, name).set(rows)
    mark_students_changed(student_ids=[student.pk])
    return intention


@transaction.atomic
def save_record(*, record_row: models.Model, student: StudentProfile) -> models.Model:
    """Add or change one entry of the profile (education, experience, skill, certificate …)."""
    record_row.full_clean()
    record_row.save()
    mark_students_changed(student_ids=[student.pk])
    return record_row


@transaction.atomic
def delete_record(*, record_row: models.Model, student: StudentProfile) -> None:
    record_row.delete()
    mark_students_changed(student_ids=[student.pk])

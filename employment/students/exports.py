from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from employment.accounts.actors import Actor
from employment.common.audit import record
from employment.students.models import StudentProfile
from employment.students.strength import strength_of


def student_table(rows: QuerySet[StudentProfile], *, actor: Actor) -> Iterator[list[object]]:
    """Header and one line a student; who took the list and how long it was is logged."""
    record(
        action="students.exported",
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        students=rows.count(),
    )
    yield [
        _("Student number"),
        _("Name"),
        _("College"),
        _("Degree"),
        _("Major"),
        _("Graduation year"),
        _("Enrolment"),
        _("Profile strength (%)"),
    ]
    for student in rows:
        yield [
            student.student_no,
            student.name,
            str(student.college or ""),
            student.get_degree_display() if student.degree else "",
            str(student.major or student.major_text),
            student.cohort or "",
            student.get_enrolment_display(),
            strength_of(student).percent,
        ]

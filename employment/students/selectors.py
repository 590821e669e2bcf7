from dataclasses import dataclass

from django.db.models import Q, QuerySet

from employment.accounts.actors import Actor
from employment.students.models import StudentProfile

SORTS = {
    "": "user__name",
    "name": "user__name",
    "-name": "-user__name",
    "cohort": "cohort",
    "-cohort": "-cohort",
    "updated": "-updated_at",
}


@dataclass(frozen=True, slots=True)
class StudentFilter:
    text: str = ""
    college_id: int | None = None
    cohort: int | None = None
    degree: int | None = None
    enrolment: str = ""
    sort: str = ""


def student_list(actor: Actor, wanted: StudentFilter) -> QuerySet[StudentProfile]:
    """Students the actor may see, narrowed and sorted by the URL."""
    conditions = Q()
    if wanted.text:
        conditions &= (
            Q(user__name__icontains=wanted.text)
            | Q(student_no__icontains=wanted.text)
            | Q(major__name__icontains=wanted.text)
            | Q(major_text__icontains=wanted.text)
        )
    if wanted.college_id:
        conditions &= Q(college_id=wanted.college_id)
    if wanted.cohort:
        conditions &= Q(cohort=wanted.cohort)
    if wanted.degree:
        conditions &= Q(degree=wanted.degree)
    if wanted.enrolment:
        conditions &= Q(enrolment=wanted.enrolment)
    rows = StudentProfile.objects.visible_to(actor).filter(conditions).with_profile()
    return rows.order_by(SORTS.get(wanted.sort, SORTS[""]), "pk")

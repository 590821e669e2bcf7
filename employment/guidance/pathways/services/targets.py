"""The occupations a student chooses to work towards."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import User
from employment.common.errors import StateError
from employment.guidance.pathways.enums import ChosenBy
from employment.guidance.pathways.models import TargetOccupation
from employment.guidance.pathways.selectors.targets import MOST_TARGETS
from employment.students.models import StudentProfile
from employment.taxonomy.models import Occupation, Region


@transaction.atomic
def choose_target(
    *,
    student: StudentProfile,
    occupation: Occupation,
    region: Region | None = None,
    user: User,
    chosen_by: ChosenBy = ChosenBy.STUDENT,
) -> TargetOccupation:
    """Pin an occupation; pinned already, only its region changes.

    Raises ``StateError`` beyond three targets.
    """
    StudentProfile.objects.select_for_update().get(pk=student.pk)
    own = TargetOccupation.objects.filter(student=student)
    if not own.filter(occupation=occupation).exists() and own.count() >= MOST_TARGETS:
        raise StateError(_("Three targets at most. Take one away first."))
    target, is_new = TargetOccupation.objects.get_or_create(
        student=student,
        occupation=occupation,
        defaults={"region": region, "chosen_by": chosen_by, "chosen_user": user},
    )
    if not is_new and target.region != region:
        target.region = region
        target.save(update_fields=["region"])
    return target


def drop_target(*, student: StudentProfile, occupation: Occupation) -> bool:
    """False when it was no target."""
    deleted, _rows = TargetOccupation.objects.filter(
        student=student, occupation=occupation
    ).delete()
    return bool(deleted)

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from employment.accounts.models import Organisation, User
from employment.privacy.enums import Purpose
from employment.students.models import StudentProfile
from employment.students.services.profiles import create_student, edit_intention
from employment.taxonomy.models import Region


@transaction.atomic
def start_profile(
    *,
    user: User,
    name: str,
    university: Organisation,
    purposes: Iterable[Purpose],
    profile: Mapping[str, Any],
    titles: Sequence[str] = (),
    regions: Sequence[Region] = (),
) -> StudentProfile:
    """Quick start: a claimed profile with what first matches need; the office confirms it later.

    Raises ValidationError, for example when the student number is taken.
    """
    user.name = name
    user.save(update_fields=["name"])
    student = create_student(user=user, university=university, purposes=purposes, **profile)
    edit_intention(student=student, titles=list(titles), regions=list(regions))
    return student

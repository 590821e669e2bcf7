from typing import Any

from employment.students.models import StudentProfile
from employment.students.services.revisions import mark_students_changed


def on_consent_changed(*, user_id: int, **_kwargs: Any) -> None:
    """Agreeing to matching, or taking it back, changes whether there is a list at all."""
    ids = StudentProfile.objects.filter(user_id=user_id).values_list("pk", flat=True)
    mark_students_changed(student_ids=ids)

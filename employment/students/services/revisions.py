"""Every write that matching must see passes through here."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import F

from employment.students.models import StudentProfile
from employment.students.signals import students_changed


def mark_students_changed(*, student_ids: Iterable[int]) -> None:
    """Raise the rows' revision and tell upper apps once the transaction has committed."""
    ids = list(student_ids)
    if not ids:
        return
    StudentProfile.objects.filter(pk__in=ids).update(revision=F("revision") + 1)
    transaction.on_commit(partial(students_changed.send, sender=StudentProfile, student_ids=ids))

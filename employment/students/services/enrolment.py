from django.db import transaction
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.common.audit import record
from employment.common.errors import StateError
from employment.students.enums import EnrolmentState
from employment.students.models import StudentProfile


@transaction.atomic
def decide_enrolment(*, student: StudentProfile, confirmed: bool, actor: Actor) -> StudentProfile:
    """Confirm or refuse a claimed enrolment; what is confirmed stays so."""
    locked = StudentProfile.objects.select_for_update(of=("self",)).get(pk=student.pk)
    if locked.enrolment == EnrolmentState.CONFIRMED:
        raise StateError(_("This enrolment is confirmed already."))
    locked.enrolment = EnrolmentState.CONFIRMED if confirmed else EnrolmentState.REFUSED
    locked.save(update_fields=["enrolment", "updated_at"])
    record(
        action="student.enrolment",
        obj=locked,
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        state=locked.enrolment,
    )
    return locked

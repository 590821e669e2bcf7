"""What the student, and a counsellor whom the student invites, think of an attempt."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import User
from employment.common.audit import record
from employment.common.errors import InvalidError, StateError
from employment.guidance.interviews.enums import Criterion, Rater, Stage
from employment.guidance.interviews.models import Attempt, Rating

Rated = Mapping[Criterion, tuple[int, str]]
"""Level from 1 to 5 and a comment."""


@transaction.atomic
def rate_self(*, attempt: Attempt, user: User, rated: Rated) -> Attempt:
    """Finish an attempt with the own rating, after which the system's is shown.

    Raises ``StateError`` before the questions are done or after it was given.
    """
    locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if locked.stage != Stage.RATING:
        raise StateError(_("This interview is not waiting for your rating."))
    _keep(locked, Rater.STUDENT, user, rated)
    locked.stage, locked.finished_at = Stage.FINISHED, timezone.now()
    locked.save(update_fields=["stage", "finished_at"])
    return locked


@transaction.atomic
def rate_as_counsellor(*, attempt: Attempt, user: User, rated: Rated) -> None:
    """Fill or change the counsellor's column. Raises ``StateError`` when it is not shared."""
    locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if not (locked.is_shared and locked.is_finished):
        raise StateError(_("The student does not share this interview any more."))
    _keep(locked, Rater.COUNSELLOR, user, rated)
    record(action="interview.rated", obj=locked, actor_id=user.pk)


def _keep(attempt: Attempt, rater: Rater, user: User, rated: Rated) -> None:
    if set(rated) != set(attempt.criteria):
        raise InvalidError(_("Rate every criterion."))
    for criterion, (value, comment) in rated.items():
        Rating.objects.update_or_create(
            attempt=attempt,
            rater=rater,
            criterion=criterion,
            defaults={"value": value, "comment": comment, "by": user},
        )

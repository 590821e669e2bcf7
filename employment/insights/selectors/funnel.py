"""How far applications got."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from employment.applications.enums import ApplicationState
from employment.applications.models import ApplicationStateChange
from employment.insights.selectors.scope import Scope

A = ApplicationState
# An application that reached a stage also passed those before it, even when it skipped one.
STAGES = (A.SUBMITTED, A.VIEWED, A.INTERVIEW, A.OFFER, A.ACCEPTED)
SHOWS_STAGE = {
    A.SUBMITTED: (),
    A.VIEWED: (A.VIEWED, A.INTERVIEW, A.OFFER, A.ACCEPTED, A.DECLINED, A.REJECTED),
    A.INTERVIEW: (A.INTERVIEW, A.OFFER, A.ACCEPTED, A.DECLINED),
    A.OFFER: (A.OFFER, A.ACCEPTED, A.DECLINED),
    A.ACCEPTED: (A.ACCEPTED,),
}


def stage_counts(scope: Scope) -> dict[str, int]:
    """Applications by furthest stage reached, by how they ended, and the number of applicants."""
    found: dict[str, Any] = scope.applications().aggregate(
        applicants=Count("student", distinct=True),
        submitted=Count("pk"),
        **{str(stage): Count("pk", filter=_reached(stage)) for stage in STAGES[1:]},
        rejected=Count("pk", filter=Q(state=A.REJECTED)),
        withdrawn=Count("pk", filter=Q(state=A.WITHDRAWN)),
        declined=Count("pk", filter=Q(state=A.DECLINED)),
    )
    return found


def _reached(stage: ApplicationState) -> Q:
    states = SHOWS_STAGE[stage]
    steps = ApplicationStateChange.objects.filter(application=OuterRef("pk"), to_state__in=states)
    return Q(state__in=states) | Q(Exists(steps))

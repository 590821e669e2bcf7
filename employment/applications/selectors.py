from functools import reduce
from operator import or_

from django.db.models import Count, Q, QuerySet

from employment.accounts.actors import Actor
from employment.applications.enums import ApplicationState
from employment.applications.models import Application


def application_list(
    actor: Actor, *, state: str = "", posting_id: int | None = None, text: str = ""
) -> QuerySet[Application]:
    """What the actor may see, newest first; the text stands in a name or a title."""
    rows = Application.objects.visible_to(actor).with_list_data()
    if state:
        rows = rows.filter(state=state)
    if posting_id:
        rows = rows.filter(posting_id=posting_id)
    if text:
        places = ("student__user__name", "posting__title", "posting__employer__organisation__name")
        found = reduce(or_, (Q(**{f"{place}__icontains": text}) for place in places))
        rows = rows.filter(found)
    return rows.order_by("-created_at", "-pk")


def state_counts(actor: Actor, *, posting_id: int | None = None) -> dict[str, int]:
    rows = Application.objects.visible_to(actor).order_by()
    if posting_id:
        rows = rows.filter(posting_id=posting_id)
    counted = dict(rows.values_list("state").annotate(n=Count("pk")))
    return {state: counted.get(state, 0) for state in ApplicationState.values}

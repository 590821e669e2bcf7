"""Applications in the words and shapes of the page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from employment.applications.enums import ApplicationAction, ApplicationState
from employment.applications.models import ApplicationStateChange

# Steps that end an application; they are asked for once more.
ENDINGS = frozenset(
    {ApplicationAction.WITHDRAW, ApplicationAction.DECLINE, ApplicationAction.REJECT}
)
STEP_ICONS = {
    ApplicationState.SUBMITTED: "send",
    ApplicationState.VIEWED: "eye",
    ApplicationState.INTERVIEW: "message-circle",
    ApplicationState.OFFER: "star",
    ApplicationState.ACCEPTED: "circle-check",
    ApplicationState.DECLINED: "circle-minus",
    ApplicationState.REJECTED: "circle-x",
    ApplicationState.WITHDRAWN: "arrow-back-up",
}


def state_tabs(
    counts: Mapping[str, int], query: QueryDict, *, current: str
) -> list[dict[str, Any]]:
    """All, then the states that occur; other filters stay in the URL."""
    chosen = [("", _("All"), sum(counts.values()))]
    chosen += [(state.value, str(state.label), counts[state]) for state in ApplicationState]
    tabs = []
    for value, label, count in chosen:
        if count or value in ("", current):
            changed = query.copy()
            changed.pop("page", None)
            changed["state"] = value
            tabs.append(
                {
                    "label": label,
                    "url": f"?{changed.urlencode()}",
                    "active": value == current,
                    "count": count,
                }
            )
    return tabs


def split_actions(actions: Iterable[ApplicationAction]) -> dict[str, Any]:
    """``forward``: steps taken with a click. ``endings``: those with a question before."""
    rows = list(actions)
    return {
        "forward": [action for action in rows if action not in ENDINGS],
        "endings": [
            {"id": f"end-{action}", "label": action.label, "hidden": {"action": action.value}}
            for action in rows
            if action in ENDINGS
        ],
    }


def step_events(steps: Iterable[ApplicationStateChange]) -> list[dict[str, Any]]:
    """Steps as the timeline shows them, newest first."""
    return [
        {
            "title": step.get_to_state_display(),
            "at": step.at,
            "text": step.note,
            "icon": STEP_ICONS[ApplicationState(step.to_state)],
        }
        for step in steps
    ]

"""Sets of weights and what was measured about them, in the words of the page."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from employment.common.models import Job
from employment.common.numbers import EN_DASH, thousands
from employment.matches.adapters.weights import present_weights, weight_values
from employment.matches.enums import EventKind, WeightOrigin
from employment.matches.models import WeightSet, WeightSwitch
from employment.matches.presenters import CRITERIA
from employment.matches.services.weights import event_counts
from matching.criteria import CRITERIA as NAMES
from matching.criteria import Weights
from matching.weights_fit import MIN_POSITIVES

Json = dict[str, Any]


def present_rows() -> Json:
    """The live weights beside the hand-set ones."""
    live, hand = present_weights(), weight_values(Weights())
    rows = [
        {"label": CRITERIA[name], "live": thousands(value, 2), "hand": thousands(hand[name], 2)}
        for name, value in weight_values(live).items()
    ]
    return {"version": live.version, "rows": rows, "by_hand": live == Weights()}


def event_rows() -> Json:
    counts = event_counts()
    positives = sum(
        counts[kind]
        for kind in (EventKind.SAVED, EventKind.APPLIED, EventKind.INTERVIEW, EventKind.OFFER)
    )
    rows = [(EventKind(kind).label, thousands(count)) for kind, count in counts.items()]
    return {"rows": rows, "positives": positives, "needed": MIN_POSITIVES}


def set_rows(sets: Iterable[WeightSet]) -> list[Json]:
    live = present_weights().version
    return [
        {
            "row": row,
            "pk_text": str(row.pk),
            "origin": row.get_origin_display(),
            "live": row.version == live,
            "values": [(CRITERIA[name], thousands(row.values[name], 2)) for name in NAMES],
            "fitted": row.origin == WeightOrigin.REFIT,
            **(measured(row.figures) if row.figures else {}),
        }
        for row in sets
    ]


def measured(figures: Json) -> Json:
    """``better``: True when the whole interval of the gain is above 0, False when it is below."""
    mean, low, high = figures["gain"]
    groups = figures.get("groups")
    return {
        "positives": thousands(figures["positives"]),
        "students": thousands(figures["later_students"]),
        "against": figures["against"],
        "ndcg": f"{figures['present']['ndcg']:.3f} → {figures['proposed']['ndcg']:.3f}",
        "map": "{:.3f} → {:.3f}".format(
            figures["present"]["average_precision"], figures["proposed"]["average_precision"]
        ),
        "gain": thousands(mean, 3),
        "range": f"{thousands(low, 3)}{EN_DASH}{thousands(high, 3)}",
        "state": "satisfied" if low > 0 else "missing" if high < 0 else "unknown",
        "verdict": _("better") if low > 0 else _("worse") if high < 0 else _("no certain gain"),
        "groups": groups,
    }


def outcome(job: Job | None) -> str:
    """What the last refit came to."""
    result = job.result if job else {}
    if result.get("outcome") == "not_enough":
        text = _("Not enough feedback yet: %(n)s positive events, %(needed)s are needed.")
        later = _("Not enough feedback in the later period to compare: %(n)s positive events.")
        return (later if result["later"] else text) % {
            "n": thousands(result["positives"]),
            "needed": thousands(result["needed"]),
        }
    if result.get("outcome") == "proposed":
        return _("The last refit proposed %(version)s.") % {"version": result["version"]}
    return ""


def way_back(last: WeightSwitch | None) -> WeightSet | None:
    return last.before if last else None

"""A kept audit in the words of the page and of the sheets."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from employment.common.numbers import EN_DASH, percent, thousands
from employment.insights.enums import Measure, Trait
from employment.insights.fairness import MIN_PEOPLE
from employment.insights.fairness_words import engine_inputs, group_name
from employment.insights.models import FairnessAudit
from employment.insights.selectors.fairness import present_encoder
from employment.matches.models import CoderVersion
from employment.matches.services.calibration import TASK as CALIBRATION
from employment.matches.services.quality import measured_rows
from matching.fairness import FOUR_FIFTHS, TEXT_OVERLAP

Json = dict[str, Any]
MUCH_UNKNOWN = 0.3
FIGURES = {
    "map": "MAP",
    "ndcg10": "nDCG@10",
    "f1": "F1",
    "top1": gettext_lazy("first right"),
    "hit1": gettext_lazy("first right"),
    "top5": gettext_lazy("one of five right"),
    "exact": gettext_lazy("all exactly right"),
    "hard_violations": gettext_lazy("hard conditions broken"),
    "exposure_gini": gettext_lazy("unevenness of exposure"),
}


def audit_context(audit: FairnessAudit) -> Json:
    figures = audit.figures
    return {
        "traits": [trait_card(trait, figures) for trait in Trait],
        "measures": [measure.label for measure in Measure],
        "advice": advice(audit),
        "kpis": kpis(audit),
        "swaps": swap_rows(figures["swaps"]),
        "list_facts": list_facts(figures["lists"]),
        "calibration": calibration_rows(figures["calibration"]),
    }


def trait_card(trait: Trait, figures: Json) -> Json:
    found = figures["traits"][trait]
    return {
        "label": trait.label,
        "measures": [
            {"label": measure.label, "rows": measure_rows(trait, found["measures"][measure])}
            for measure in Measure
            if found["measures"].get(measure)
        ],
        "overview": overview(trait, found["measures"]),
        "flagged": any(row["flagged"] for rows in found["measures"].values() for row in rows),
        "hidden": found["hidden"],
        "unknown": None if not found["unknown"] else percent(found["unknown"], 0),
    }


def overview(trait: str, measures: Json) -> list[Json]:
    """One row a group: its ratio to the best group in every measure."""
    by_group: dict[str, Json] = {}
    for measure in Measure:
        for row in measures.get(measure, []):
            found = by_group.setdefault(
                row["group"], {"group": group_name(trait, row["group"]), "cells": {}}
            )
            found["people"] = thousands(row["people"])
            found["cells"][measure] = {"text": ratio(row["ratio"]).get("value", ""), **verdict(row)}
    return [
        {**found, "cells": [found["cells"].get(measure) for measure in Measure]}
        for found in by_group.values()
    ]


def measure_rows(trait: str, rows: list[Json]) -> list[Json]:
    return [
        {
            "group": group_name(trait, row["group"]),
            "people": thousands(row["people"]),
            "pairs": thousands(row["pairs"]),
            "rate": share(row["rate"]),
            "ratio": ratio(row["ratio"]),
            "adjusted": ratio(row["adjusted"]),
            **verdict(row),
        }
        for row in rows
    ]


def verdict(row: Json) -> Json:
    """Low counts as proved only when the whole interval lies below four fifths."""
    if row["best"]:
        return {"state": "neutral", "verdict": _("highest rate")}
    if row["flagged"]:
        return {"state": "missing", "verdict": _("below four fifths")}
    if row["ratio"] and row["ratio"][0] < FOUR_FIFTHS:
        return {"state": "unknown", "verdict": _("lower, not certain")}
    return {"state": "satisfied", "verdict": _("in order")}


def share(numbers: list[float] | None) -> Json:
    return {} if numbers is None else interval([percent(one) for one in numbers])


def ratio(numbers: list[float] | None) -> Json:
    return {} if numbers is None else interval([thousands(one, 2) for one in numbers])


def interval(texts: list[str]) -> Json:
    value, low, high = texts
    return {"value": value, "low": low, "high": high, "text": f"{low}{EN_DASH}{high}"}


def flagged_rows(figures: Json) -> Iterator[tuple[Trait, Measure, Json]]:
    for trait in Trait:
        for measure in Measure:
            for row in figures["traits"][trait]["measures"].get(measure, []):
                if row["flagged"]:
                    yield trait, measure, row


def advice(audit: FairnessAudit) -> list[Json]:
    """What to do, in plain words, the most urgent first."""
    found = [*swap_advice(audit.figures["swaps"])]
    if audit.figures.get("mixed"):
        found.append(
            {
                "level": "info",
                "title": _("Lists are of more than one model or weights"),
                "text": _("They are being renewed. Repeat the audit once matching has caught up."),
            }
        )
    found += [flag_advice(*row) for row in flagged_rows(audit.figures)]
    unknown = [
        trait.label
        for trait in Trait
        if (audit.figures["traits"][trait]["unknown"] or 0) > MUCH_UNKNOWN
    ]
    separator = pgettext("list separator", ", ")
    if unknown:
        found.append(
            {
                "level": "info",
                "title": _("Much is unknown: %(traits)s")
                % {"traits": separator.join(map(str, unknown))},
                "text": _(
                    "Groups are compared among those who stated it. Nobody has to; the roster of"
                    " the university may bring it."
                ),
            }
        )
    return found or [nothing_found()]


def nothing_found() -> Json:
    return {
        "level": "success",
        "title": _("Nothing has to be done now"),
        "text": _(
            "No group is proved to get less than four fifths of the best group's rate. Repeat the"
            " audit each term and after every change of model or weights."
        ),
    }


def swap_advice(swaps: Json) -> Iterator[Json]:
    if not swaps["traits"]["identical"]:
        yield {
            "level": "error",
            "title": _("A protected trait changes lists"),
            "text": _(
                "The same student with other traits got another list. Tell the platform's"
                " operator at once and do not use the lists for decisions until it is repaired."
            ),
        }
    if swaps["texts"]["overlap"] < TEXT_OVERLAP:
        yield {
            "level": "warning",
            "title": _("Words of gender or origin in free text move lists"),
            "text": _(
                "Overlap is %(value)s, at least 0.97 is wanted. Advise students to leave such words"
                " out of “about me”; the operator should look at the model."
            )
            % {"value": thousands(swaps["texts"]["overlap"], 3)},
        }


def flag_advice(trait: Trait, measure: Measure, row: Json) -> Json:
    even = row["adjusted"] is None or row["adjusted"][2] >= FOUR_FIFTHS
    reason = (
        _(
            "Among students of the same majors and degrees the difference is not proved: it comes"
            " from what the majors are offered. Look for employers for these majors."
        )
        if even
        else _(
            "It stays among students of the same majors and degrees. Compare how complete the"
            " profiles are, offer help with them, and read some lists together with the students."
        )
    )
    title = _("%(trait)s: %(group)s · %(measure)s at %(ratio)s of the best group's rate") % {
        "trait": trait.label,
        "group": group_name(trait, row["group"]),
        "measure": measure.label,
        "ratio": percent(row["ratio"][0], 0),
    }
    return {"level": "warning", "title": title, "text": reason}


def kpis(audit: FairnessAudit) -> list[Json]:
    flags, swaps = audit.figures["flags"], audit.figures["swaps"]
    return [
        {
            "label": _("Students"),
            "value": thousands(audit.students),
            "rests_on": ngettext("%(n)s open posting", "%(n)s open postings", audit.postings)
            % {"n": thousands(audit.postings)},
        },
        {"label": _("Eligible pairs"), "value": thousands(audit.pairs), "rests_on": ""},
        {
            "label": _("Groups below four fifths"),
            "value": thousands(flags),
            "rests_on": _("certain at 95 %"),
        },
        {
            "label": _("Swap test"),
            "value": _("identical") if swaps["traits"]["identical"] else _("different"),
            "rests_on": _("%(n)s students") % {"n": thousands(swaps["sample"])},
        },
    ]


def swap_rows(swaps: Json) -> list[tuple[str, str]]:
    traits, texts = swaps["traits"], swaps["texts"]
    return [
        (_("Students in the sample"), thousands(swaps["sample"])),
        (
            _("Lists in the same order"),
            f"{thousands(traits['same_order'])} / {thousands(traits['lists'])}",
        ),
        (
            _("Lists with the same scores"),
            f"{thousands(traits['same_scores'])} / {thousands(traits['lists'])}",
        ),
        (_("Largest change of a score"), thousands(traits["largest_change"], 2)),
        (_("Overlap with swapped words in free text"), thousands(texts["overlap"], 3)),
    ]


def list_facts(lists: Json) -> list[tuple[str, str]]:
    return [
        (_("Inequality of exposure (Gini)"), thousands(lists["gini"], 2)),
        (_("Postings shown to somebody"), percent(lists["coverage"])),
        (_("Congestion"), thousands(lists["congestion"], 2)),
        (_("Students with fewer than three matches"), percent(lists["short"])),
    ]


def calibration_rows(found: Json) -> list[Json]:
    return [
        {"trait": trait.label, "group": group_name(trait, group), "ratio": ratio(numbers)}
        for trait in Trait
        for group, numbers in (found[trait] or {}).items()
    ]


def model_facts(audit: FairnessAudit | None) -> Json:
    """The model's name and figures; figures that nobody recorded are said to be missing."""
    encoder = audit.engine if audit else present_encoder()
    rows = [
        (_("Text model"), encoder or settings.EMBEDDING_MODEL),
        (_("Occupation coder"), coder_version()),
    ]
    if audit and audit.made_at:
        rows += [
            (_("Weights"), audit.weights_version),
            (_("Reference sample"), audit.reference or _("none yet")),
            (_("Computed"), date_format(localtime(audit.made_at), "DATETIME_FORMAT")),
        ]
    return {"rows": rows, "measured": measured(encoder), "inputs": engine_inputs()}


def measured(encoder: str) -> list[Json]:
    """What `evaluate --record` kept; calibration is told on the page of runs."""
    return [
        {"task": row.task, "text": figure_text(row.figures), "measured_at": row.measured_at}
        for row in measured_rows(encoder=encoder)
        if row.task != CALIBRATION
    ]


def figure_text(figures: Json) -> str:
    """Numbers with their names; those of a part stand in brackets behind its name."""
    parts = []
    for name, value in figures.items():
        label = str(FIGURES.get(name, name))
        if isinstance(value, dict):
            parts.append(f"{label} ({figure_text(value)})")
        elif isinstance(value, int | float):
            parts.append(f"{label} {thousands(value) if value == int(value) else f'{value:.3f}'}")
    return " · ".join(parts)


def coder_version() -> str:
    """The version in use; as shipped until corrections have made another one."""
    row = CoderVersion.objects.filter(active=True).first()
    return str(row) if row else _("as shipped")


def audit_sheet(audit: FairnessAudit) -> Iterator[list[object]]:
    """One row a trait, measure and group; numbers stay numbers."""
    yield [
        *(_("Trait"), _("Measure"), _("Group"), _("Students"), _("Eligible pairs")),
        *(
            _("Rate"),
            pgettext("interval", "from"),
            pgettext("interval", "to"),
            _("Ratio to the best group"),
            pgettext("interval", "from"),
            pgettext("interval", "to"),
        ),
        *(
            _("Ratio, same majors"),
            pgettext("interval", "from"),
            pgettext("interval", "to"),
            _("Below four fifths"),
        ),
    ]
    for trait in Trait:
        for measure in Measure:
            for row in audit.figures["traits"][trait]["measures"].get(measure, []):
                yield [
                    *(str(trait.label), str(measure.label), group_name(trait, row["group"])),
                    *(row["people"], row["pairs"]),
                    *(row["rate"] or [None] * 3),
                    *(row["ratio"] or [None] * 3),
                    *(row["adjusted"] or [None] * 3),
                    _("yes") if row["flagged"] else _("no"),
                ]
    yield []
    yield from sheet_notes(audit)


def sheet_notes(audit: FairnessAudit) -> Iterator[list[object]]:
    for label, value in (
        *model_facts(audit)["rows"],
        (_("Students"), audit.students),
        (_("Open postings"), audit.postings),
        (_("Eligible pairs"), audit.pairs),
        *swap_rows(audit.figures["swaps"]),
        *list_facts(audit.figures["lists"]),
    ):
        yield [label, value]
    yield [_("Groups of fewer than %(n)d students are left out.") % {"n": MIN_PEOPLE}]

"""The charts of a report, from its claims: each is a table too."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from employment.common.charts import Chart, ChartKind, Column, Format, Series
from employment.guidance.pathways.enums import FitPart
from employment.guidance.reports.enums import Section
from employment.guidance.reports.rules.content import Claim, Content
from employment.guidance.reports.wording.words import listed, name

SHOWN_GAPS = 8
RADAR_AXES = 3  # fewer make no polygon


def section_charts(content: Content, section: Section) -> list[Chart]:
    if section == Section.WHO:
        return [interest_radar(c) for c in content.claims(section) if has_interests(c)]
    if section == Section.GAPS:
        gaps = content.claims(section)[:SHOWN_GAPS]
        return [gap_bars(gaps)] if gaps else []
    if section == Section.TARGETS:
        fits = [claim for claim in content.claims(section) if known_parts(claim) >= RADAR_AXES]
        return [fit_radar(fits)] if fits else []
    return []


def known_parts(claim: Claim) -> int:
    return sum(part["known"] for part in claim.values["parts"])


def has_interests(claim: Claim) -> bool:
    scales = claim.values.get("scales", ())
    return claim.values.get("instrument") == "interests" and len(scales) >= RADAR_AXES


def interest_radar(claim: Claim) -> Chart:
    scales = claim.values["scales"]
    rows = [{"axis": name(one["name"]), "score": one["score"]} for one in scales]
    top = listed(one["name"] for one in claim.values["top"])
    return Chart(
        kind=ChartKind.RADAR,
        title=_("Your interests"),
        summary=_("Highest: %(top)s.") % {"top": top},
        columns=[Column("axis", _("Interest")), Column("score", _("Score"), Format.SHARE)],
        rows=rows,
        x="axis",
        series=[Series("score")],
        maximum=1,
    )


def gap_bars(gaps: Sequence[Claim]) -> Chart:
    rows = [
        {
            "gap": gap_name(claim),
            "share": claim.values["share"],
            "open": claim.values["share"] * claim.values["size"],
        }
        for claim in gaps
    ]
    return Chart(
        kind=ChartKind.BARS,
        title=_("Share of postings that ask for it"),
        summary=_("Largest gap: %(gap)s.") % {"gap": rows[0]["gap"]},
        columns=[
            Column("gap", _("Gap")),
            Column("share", _("Postings that ask for it"), Format.SHARE),
            Column("open", _("Part you do not show yet"), Format.SHARE),
        ],
        rows=rows,
        x="gap",
        series=[Series("share", muted=True), Series("open")],
        horizontal=True,
        maximum=1,
        note=_("Postings of the target occupation, or of your match list."),
    )


def gap_name(claim: Claim) -> str:
    """Of experience the posting's label is a number of years."""
    if claim.values.get("kind") == "experience":
        return _("Experience")
    return name(claim.values["name"])


def fit_radar(fits: Sequence[Claim]) -> Chart:
    """Each part as a share of its points; a part that is unknown has no value."""
    kinds = [part["kind"] for part in fits[0].values["parts"]]
    labels = [(f"t{at}", name(claim.values["name"])) for at, claim in enumerate(fits)]
    rows: list[dict[str, Any]] = []
    for kind in kinds:
        row: dict[str, Any] = {"part": str(FitPart(kind).label)}
        for (key, _label), claim in zip(labels, fits, strict=True):
            row[key] = known_share(claim, kind)
        rows.append(row)
    return Chart(
        kind=ChartKind.RADAR,
        title=_("Parts of the fit"),
        summary=_("Compared: %(names)s.") % {"names": listed(label for _key, label in labels)},
        columns=[
            Column("part", _("Part")),
            *(Column(key, label, Format.SHARE, missing=_("unknown")) for key, label in labels),
        ],
        rows=rows,
        x="part",
        series=[Series(key) for key, _label in labels],
        maximum=1,
    )


def known_share(claim: Claim, kind: str) -> float | None:
    found = next((part for part in claim.values["parts"] if part["kind"] == kind), None)
    return found["points"] / found["maximum"] if found and found["known"] else None

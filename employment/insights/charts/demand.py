"""Open postings as charts."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from employment.common.charts import Chart, ChartKind, Column, Format, Series
from employment.common.numbers import percent, thousands
from employment.insights import wording
from employment.insights.rules import hidden_cells, hidden_in_grid
from employment.insights.selectors import demand, reach
from employment.insights.selectors.figures import Figures
from employment.insights.selectors.scope import Scope

TOP = 15
HEAT_PLACES = HEAT_GROUPS = 6  # what a phone can show
NONE_YET = gettext_lazy("There is no open posting in this selection.")


def number(key: str, label: Any, places: int = 0) -> Column:
    return Column(key, label, Format.NUMBER, places, missing=wording.TOO_FEW)


def by_occupation(figures: Figures) -> Chart:
    scope = figures.scope
    found = demand.by_occupation(scope)
    rows = _shown(found, "group", scope)[:TOP]
    names = demand.occupation_names({row["group"] for row in rows})
    return Chart(
        ChartKind.BARS,
        _("Demand by occupation"),
        _leader([{**row, "name": names.get(row["group"], row["group"])} for row in rows]),
        [
            Column("name", _("Occupation group")),
            number("seats", _("Seats")),
            number("postings", _("Postings")),
        ],
        [{**row, "name": names.get(row["group"], row["group"])} for row in rows],
        x="name",
        series=[Series("seats"), Series("postings")],
        note=wording.posting_note(sum(row["postings"] for row in found), scope),
        horizontal=True,
    )


def by_region(figures: Figures) -> Chart:
    scope = figures.scope
    rows = _shown(demand.by_province(scope), "province", scope)[:TOP]
    names = demand.province_names({row["province"] for row in rows})
    rows = [{**row, "name": names.get(row["province"], row["province"])} for row in rows]
    return Chart(
        ChartKind.BARS,
        _("Demand by province"),
        _leader(rows),
        [
            Column("name", _("Province")),
            number("seats", _("Seats")),
            number("postings", _("Postings")),
        ],
        rows,
        x="name",
        series=[Series("seats"), Series("postings")],
        note=wording.posting_note(figures.posted["postings"], scope),
        horizontal=True,
    )


def by_region_and_occupation(figures: Figures) -> Chart:
    scope = figures.scope
    found = demand.by_province_and_group(scope)
    provinces = _biggest(found, "province")[:HEAT_PLACES]
    groups = _biggest(found, "group")[:HEAT_GROUPS]
    cells = {(row["province"], row["group"]): row for row in found}
    counts = {key: row["postings"] for key, row in cells.items()}
    hidden = hidden_in_grid(counts, k=scope.k)
    places, jobs = demand.province_names({*provinces}), demand.occupation_names({*groups})
    rows = []
    for group in groups:
        for province in provinces:
            cell = cells.get((province, group), {"seats": 0, "postings": 0})
            if (province, group) in hidden:
                cell = {"seats": None, "postings": None}
            rows.append(
                {
                    "place": places.get(province, province),
                    "job": jobs.get(group, group),
                    "seats": _whole(cell["seats"]),
                    "postings": cell["postings"],
                }
            )
    return Chart(
        ChartKind.HEAT,
        _("Seats by province and occupation"),
        _busiest(rows),
        [
            Column("place", _("Province")),
            Column("job", _("Occupation group")),
            number("seats", _("Seats")),
            number("postings", _("Postings")),
        ],
        rows,
        x="place",
        y="job",
        series=[Series("seats")],
        note=wording.posting_note(figures.posted["with_occupation"], scope),
        options={
            "xAxis": {"axisLabel": {"hideOverlap": True}},
            "yAxis": {"axisLabel": {"width": 96, "overflow": "break", "interval": 0}},
        },
    )


def exposure(figures: Figures) -> Chart:
    scope, found = figures.scope, figures.exposure
    total = sum(found.values())
    hidden = hidden_cells(found, k=scope.k, total=total)
    rows: list[dict[str, Any]] = [
        {
            "students": label,
            "postings": None if place in hidden else found.get(place, 0),
            "share": None if place in hidden or not total else found.get(place, 0) / total,
        }
        for place, label in enumerate(reach.BUCKETS)
    ]
    return Chart(
        ChartKind.BARS,
        _("Students who see a posting"),
        _unseen(rows[0], total),
        [
            Column("students", _("Students who have it in their list")),
            number("postings", _("Postings")),
            Column("share", _("Share"), Format.SHARE, 1, missing=wording.TOO_FEW),
        ],
        rows,
        x="students",
        series=[Series("postings")],
        options={"grid": {"top": 24}},
        note=wording.posting_note(total, scope),
    )


def _shown(found: list[dict[str, Any]], key: str, scope: Scope) -> list[dict[str, Any]]:
    """Rows in their order, small ones without their numbers and at the end."""
    hidden = hidden_cells({row[key]: row["postings"] for row in found}, k=scope.k)
    blank = {"postings": None, "seats": None}
    rows = [{**row, **blank} if row[key] in hidden else row for row in found]
    rows.sort(key=lambda row: row["postings"] is None)
    return [{**row, "seats": _whole(row["seats"], row["postings"])} for row in rows]


def _whole(seats: float | None, postings: int | None = None) -> int | None:
    """Shared seats rounded; postings that state no seats add none."""
    if seats is None:
        return 0 if postings else None
    return round(seats)


def _biggest(found: list[dict[str, Any]], key: str) -> list[str]:
    sums: dict[str, float] = {}
    for row in found:
        sums[row[key]] = sums.get(row[key], 0) + (row["seats"] or 0)
    return sorted(sums, key=lambda code: (-sums[code], code))


def _leader(rows: list[dict[str, Any]]) -> str:
    if not rows or rows[0]["postings"] is None:
        return str(NONE_YET)
    values = {"name": rows[0]["name"], "seats": thousands(rows[0]["seats"])}
    return _("Most seats: %(name)s, %(seats)s.") % values


def _busiest(rows: list[dict[str, Any]]) -> str:
    known = [row for row in rows if row["seats"]]
    if not known:
        return str(NONE_YET)
    top = max(known, key=lambda row: row["seats"])
    values = {**top, "seats": thousands(top["seats"])}
    return _("Most seats: %(job)s in %(place)s, %(seats)s.") % values


def _unseen(row: dict[str, Any], total: int) -> str:
    if not total:
        return str(NONE_YET)
    if row["postings"] is None:
        return _("Only a few postings are in nobody's list.")
    text = ngettext(
        "%(n)s open posting (%(share)s) is in nobody's list.",
        "%(n)s open postings (%(share)s) are in nobody's list.",
        row["postings"],
    )
    return text % {"n": thousands(row["postings"]), "share": percent(row["share"])}

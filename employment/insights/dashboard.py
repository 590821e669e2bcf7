"""Everything one page of the dashboard shows."""

from typing import Any

from django.urls import reverse

from employment.insights import kpis
from employment.insights.charts import CHARTS
from employment.insights.charts.people import major_rows
from employment.insights.enums import Balance
from employment.insights.selectors import reach
from employment.insights.selectors.figures import Figures
from employment.insights.selectors.scope import Scope
from employment.insights.wording import TOO_FEW

MARKED = 4
TONES = {
    Balance.OVERSUPPLIED: "missing",
    Balance.SCARCE: "satisfied",
    Balance.UNKNOWN: "unknown",
}


def dashboard_context(scope: Scope, *, query: str) -> dict[str, Any]:
    """``query``: the filters, which the exports take along."""
    figures = Figures(scope)
    return {
        "kpis": kpis.headline(figures),
        "hidden": TOO_FEW if scope.is_public else "",
        "charts": {name.replace("-", "_"): panel(name, figures, query) for name in CHARTS},
        "marked": marked_majors(figures),
        "matched_at": reach.last_matched(scope),
    }


def panel(name: str, figures: Figures, query: str) -> dict[str, Any]:
    url = reverse("insights:export", args=[name])
    return {"chart": CHARTS[name](figures), "export_url": f"{url}?{query}" if query else url}


def marked_majors(figures: Figures) -> list[dict[str, Any]]:
    """Majors with a verdict worth a look: the most oversupplied, then the most wanted."""
    rows = major_rows(figures)
    low = [row for row in rows if row["balance"] == Balance.OVERSUPPLIED]
    high = [row for row in reversed(rows) if row["balance"] == Balance.SCARCE]
    few = [row for row in rows if row["balance"] == Balance.UNKNOWN and row["students"]]
    chosen = low[:MARKED] + high[:MARKED] + few[:1]
    return [{**row, "tone": TONES[row["balance"]]} for row in chosen]

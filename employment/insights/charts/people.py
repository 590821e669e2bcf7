"""Students, their majors, skills and applications as charts."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from employment.applications.enums import ApplicationState
from employment.common.charts import Chart, ChartKind, Column, Format, Series
from employment.common.numbers import percent, thousands
from employment.insights import wording
from employment.insights.charts.demand import number
from employment.insights.enums import Balance
from employment.insights.rules import balance_of, hidden_cells, hidden_steps, safe_share
from employment.insights.selectors import funnel as applications
from employment.insights.selectors import reach
from employment.insights.selectors import skills as asked_skills
from employment.insights.selectors.figures import Figures

LEGIBLE = 20  # more bars stand upright, with some of their names
NOBODY = gettext_lazy("There are too few students in this selection.")
PARTS = {
    "basics": gettext_lazy("Degree, major and graduation year"),
    "intention": gettext_lazy("Intended work"),
    "regions": gettext_lazy("Intended places and pay"),
    "skills": gettext_lazy("At least five skills"),
    "evidence": gettext_lazy("Evidence for three skills"),
    "experience": gettext_lazy("Two experiences in your own words"),
    "certificates": gettext_lazy("Certificates and languages"),
}


def share(key: str, label: Any) -> Column:
    return Column(key, label, Format.SHARE, 1, missing=wording.TOO_FEW)


def major_rows(figures: Figures) -> list[dict[str, Any]]:
    """Majors with their numbers and verdict, fewest seats for each student first."""
    found = figures.majors
    average = next((row["seats_per_student"] for row in found if row["major"] is None), None)
    majors = [row for row in found if row["major"]]
    hidden = hidden_cells({row["major"]: row["students"] for row in majors}, k=figures.scope.k)
    names = reach.major_names({row["major"] for row in majors})
    rows = [_major_row(row, names, average) for row in majors if row["major"] not in hidden]
    blank = {"students": None, "good_matches": None, "seats": None, "balance": Balance.UNKNOWN}
    unknown = {"verdict": str(Balance.UNKNOWN.label), **blank}
    return rows + [{"name": names.get(code, code), **unknown} for code in sorted(hidden)]


def _major_row(row: dict[str, Any], names: dict[str, str], average: float | None) -> dict[str, Any]:
    seats = row["seats_per_student"]
    balance = balance_of(students=row["students"], seats_per_student=seats, average=average)
    return {
        "name": names.get(row["major"], row["major"]),
        "students": row["students"],
        "good_matches": row["good_matches"],
        "seats": seats,
        "balance": balance,
        "verdict": str(balance.label),
    }


def major_balance(figures: Figures) -> Chart:
    rows = major_rows(figures)
    known = [row for row in rows if row["balance"] != Balance.UNKNOWN]
    total = sum(row["students"] or 0 for row in rows)
    return Chart(
        ChartKind.BARS,
        _("Supply and demand by major"),
        _extremes(known),
        [
            Column("name", _("Major")),
            number("seats", _("Seats within reach for each student"), 1),
            number("students", _("Students")),
            number("good_matches", _("Good matches (median)"), 1),
            Column("verdict", _("Balance")),
        ],
        [{key: value for key, value in row.items() if key != "balance"} for row in rows],
        x="name",
        series=[Series("seats")],
        note=wording.student_note(total, figures.scope, wording.match_source()),
        horizontal=len(rows) <= LEGIBLE,
    )


def _extremes(known: list[dict[str, Any]]) -> str:
    if not known:
        return str(NOBODY)
    low, high = known[0], known[-1]
    values = {
        "low": low["name"],
        "few": thousands(low["seats"], 1),
        "high": high["name"],
        "many": thousands(high["seats"], 1),
    }
    text = _("Seats for each student: fewest in %(low)s (%(few)s), most in %(high)s (%(many)s).")
    return text % values


def skills(figures: Figures) -> Chart:
    scope = figures.scope
    found = asked_skills.asked_and_shown(scope)
    names = asked_skills.skill_names({code for row in found for code in row["codes"]})
    postings = figures.posted["postings"]
    students = figures.ready["students"]
    rows = [
        {
            "skill": _skill_name(row, names),
            "asked": safe_share(row["postings"], postings, k=scope.k),
            "shown": safe_share(row["students"], students, k=scope.k),
            "postings": row["postings"] if row["postings"] >= scope.k else None,
        }
        for row in found
    ]
    return Chart(
        ChartKind.BARS,
        _("Skills asked for and shown"),
        _widest_gap(rows),
        [
            Column("skill", _("Skill")),
            share("asked", _("Asked by postings")),
            share("shown", _("Shown by students")),
            number("postings", _("Postings")),
        ],
        rows,
        x="skill",
        series=[Series("asked"), Series("shown")],
        note=wording.student_note(students or None, scope, _("general abilities left out")),
        horizontal=True,
    )


def _skill_name(row: dict[str, Any], names: dict[str, str]) -> str:
    """In the reader's language; alternatives keep the posting's words."""
    codes: list[str] = row["codes"]
    return names.get(codes[0], row["label"]) if len(codes) == 1 else str(row["label"])


def _widest_gap(rows: list[dict[str, Any]]) -> str:
    known = [row for row in rows if row["asked"] is not None and row["shown"] is not None]
    if not known:
        return str(NOBODY)
    top = max(known, key=lambda row: row["asked"] - row["shown"])
    values = {
        "skill": top["skill"],
        "asked": percent(top["asked"]),
        "shown": percent(top["shown"]),
    }
    return (
        _("Widest gap: %(skill)s, asked by %(asked)s of postings, shown by %(shown)s of students.")
        % values
    )


def funnel(figures: Figures) -> Chart:
    scope, found = figures.scope, figures.stages
    reached = [found[stage] for stage in applications.STAGES]
    hidden = hidden_steps(reached, k=scope.k)
    rows = [
        {
            "stage": str(stage.label),
            "n": None if place in hidden else reached[place],
            "share": None if place in hidden or not reached[0] else reached[place] / reached[0],
        }
        for place, stage in enumerate(applications.STAGES)
    ]
    return Chart(
        ChartKind.BARS,
        _("Applications, stage by stage"),
        _offers(rows),
        [
            Column("stage", _("Stage reached")),
            number("n", _("Applications")),
            share("share", _("Of those submitted")),
        ],
        rows,
        x="stage",
        series=[Series("n")],
        options={"grid": {"right": 48}},
        note=wording.student_note(
            found["applicants"] if not scope.k or found["applicants"] >= scope.k else None,
            scope,
            _("source: applications"),
        ),
        horizontal=True,
    )


def _offers(rows: list[dict[str, Any]]) -> str:
    sent = rows[0]["n"]
    offers = rows[applications.STAGES.index(ApplicationState.OFFER)]["n"]
    if sent is None or offers is None:
        return str(NOBODY)
    values = {"sent": thousands(sent), "offers": thousands(offers)}
    return _("%(sent)s applications, %(offers)s of them with an offer so far.") % values


def profile_parts(figures: Figures) -> Chart:
    scope, found = figures.scope, figures.part_shares
    students = figures.ready["students"]
    too_few = 0 < students < scope.k
    rows = [
        {"part": str(label), "share": None if too_few else found[name]}
        for name, label in PARTS.items()
    ]
    return Chart(
        ChartKind.BARS,
        _("How complete profiles are"),
        _weakest(rows),
        [Column("part", _("Part of the profile")), share("share", _("Filled"))],
        rows,
        x="part",
        series=[Series("share")],
        note=wording.student_note(None if too_few else students, scope, wording.profile_source()),
        horizontal=True,
        maximum=1,
        options={"grid": {"right": 48}},
    )


def _weakest(rows: list[dict[str, Any]]) -> str:
    known = [row for row in rows if row["share"] is not None]
    if not known:
        return str(NOBODY)
    low = min(known, key=lambda row: row["share"])
    values = {"part": low["part"], "share": percent(low["share"])}
    return _("Least filled: %(part)s, %(share)s.") % values

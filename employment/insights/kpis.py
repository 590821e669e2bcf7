"""The figures at the top: value, what it rests on, and where to go."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.common.numbers import percent, thousands
from employment.insights import wording
from employment.insights.charts.demand import exposure
from employment.insights.rules import hidden_cells, safe_share
from employment.insights.selectors import demand, reach, supply
from employment.insights.selectors.figures import Figures
from employment.insights.selectors.scope import Scope

LIST_ROLES = UNIVERSITY_STAFF | {Role.PLATFORM_ADMIN}


def headline(figures: Figures) -> list[dict[str, Any]]:
    scope, ready, posted = figures.scope, figures.ready, figures.posted
    people = None if 0 < ready["students"] < scope.k else ready["students"]
    return [
        _students(scope, people),
        _profiles(figures, people),
        _matchable(scope, ready),
        _coverage(scope),
        _postings(scope, posted),
        _seats_per_student(scope, posted, people),
        _applications(figures),
        _unseen(figures),
    ]


def figure(label: str, value: str | None, rests_on: str, **more: Any) -> dict[str, Any]:
    return {"label": label, "value": value, "rests_on": rests_on, **more}


def _link(scope: Scope, name: str, label: str) -> dict[str, Any]:
    """Lists behind a figure, for those who may open them."""
    if scope.actor.role not in LIST_ROLES:
        return {}
    return {"link_url": reverse(name), "link_label": label}


def _students(scope: Scope, people: int | None) -> dict[str, Any]:
    cohorts = supply.cohort_counts(scope)
    hidden = hidden_cells(cohorts, k=scope.k, total=sum(cohorts.values()))
    parts = [
        f"{year or _('not stated')}: {wording.TOO_FEW if year in hidden else thousands(count)}"
        for year, count in cohorts.items()
    ]
    return figure(
        _("Students"),
        None if people is None else thousands(people),
        " · ".join(parts),
        period=wording.period_text(scope),
        **_link(scope, "students:list", _("Open the list")),
    )


def _profiles(figures: Figures, people: int | None) -> dict[str, Any]:
    filled = supply.completeness(figures.part_shares) if people else None
    return figure(
        _("Profile completeness"),
        None if filled is None else percent(filled, 0),
        wording.student_count(people) if people else "",
        note=_("average of all profiles"),
        help=_("Degree and major, wishes, skills with evidence, experience, certificates."),
    )


def _matchable(scope: Scope, ready: dict[str, int]) -> dict[str, Any]:
    part = safe_share(ready["matchable"], ready["students"], k=scope.k)
    shown = safe_share(ready["shown"], ready["students"], k=scope.k)
    return figure(
        _("Students who can be matched"),
        None if part is None else percent(part),
        _of(ready["matchable"], ready["students"], part),
        note=_("%(share)s agreed to be shown to employers")
        % {"share": wording.TOO_FEW if shown is None else percent(shown)},
        help=_("They agreed to matching and say their degree or major."),
    )


def _coverage(scope: Scope) -> dict[str, Any]:
    found = reach.coverage(scope)
    ten, three = (
        safe_share(found[name], found["students"], k=scope.k) for name in ("ten", "three")
    )
    return figure(
        _("Students with ten matches or more"),
        None if ten is None else percent(ten),
        _of(found["ten"], found["students"], ten),
        note=_("%(share)s have three or more")
        % {"share": wording.TOO_FEW if three is None else percent(three)},
        help=_("Open postings in a student's list without a missing hard condition."),
    )


def _postings(scope: Scope, posted: demand.Totals) -> dict[str, Any]:
    stated = safe_share(posted["with_seats"], posted["postings"], k=0)
    return figure(
        _("Open postings"),
        thousands(posted["postings"]),
        _seats_text(posted["seats"] or 0),
        note=_("%(share)s of postings state their seats") % {"share": percent(stated or 0, 0)},
        **_link(scope, "postings:list", _("Search them")),
    )


def _seats_text(seats: int) -> str:
    return ngettext("%(n)s seat", "%(n)s seats", seats) % {"n": thousands(seats)}


def _seats_per_student(scope: Scope, posted: demand.Totals, people: int | None) -> dict[str, Any]:
    seats = posted["seats"] or 0
    text = _("%(seats)s, %(n)s") % {
        "seats": _seats_text(seats),
        "n": wording.student_count(people or 0),
    }
    return figure(
        _("Seats for each student"),
        thousands(seats / people, 1) if people else None,
        text if people else "",
        note=_("of all open postings, which other universities see too")
        if not scope.is_public
        else "",
        help=_("Seats of every open posting these students may see, divided by the students."),
    )


def _applications(figures: Figures) -> dict[str, Any]:
    scope, found = figures.scope, figures.stages
    too_few = 0 < found["applicants"] < scope.k
    offers = safe_share(found["offer"], found["submitted"], k=scope.k)
    return figure(
        _("Applications"),
        None if too_few else thousands(found["submitted"]),
        "" if too_few else wording.student_count(found["applicants"]),
        note=_("%(share)s with an offer") % {"share": percent(offers)}
        if offers is not None
        else "",
        **_link(scope, "applications:list", _("Open the list")),
    )


def _unseen(figures: Figures) -> dict[str, Any]:
    chart = exposure(figures)
    row = chart.rows[0]
    return figure(
        _("Postings nobody is shown"),
        None if row["share"] is None else percent(row["share"]),
        str(chart.note).partition(" · ")[0],
        note=_("in no student's list of this selection"),
    )


def _of(part: int, whole: int, shown: float | None) -> str:
    return "" if shown is None else f"{thousands(part)} / {thousands(whole)}"

"""What the student has planned already, as steps of the path: it comes before what follows from
the other facts."""

import datetime as dt
from collections.abc import Iterator

from employment.guidance.reports.enums import When
from employment.guidance.reports.rules.content import Action, Claim
from employment.guidance.reports.rules.facts import Facts, PlanFact

NOW_DAYS = 14


def planned(facts: Facts, when: When, *, term_end: dt.date) -> Iterator[Claim]:
    """Tasks with a day first, for the student has chosen them; then the roadmap, each by day;
    then tasks without a day, which are for now."""
    rows = [one for one in facts.plan if when_of(one, facts.on, term_end) == when]
    for one in sorted(rows, key=lambda one: (rank(one), one.due or facts.on, one.key)):
        yield _claim(one, facts.on)


def rank(one: PlanFact) -> int:
    return 2 if one.due is None else int(one.kind != "task")


def when_of(one: PlanFact, on: dt.date, term_end: dt.date) -> When:
    if one.due is None or one.due <= on + dt.timedelta(NOW_DAYS):
        return When.NOW
    return When.TERM if one.due <= term_end else When.LATER


def _claim(one: PlanFact, on: dt.date) -> Claim:
    values = {"title": one.title, "due": one.due.isoformat() if one.due else ""}
    late = ".late" if one.due and one.due < on else ""
    action = Action(f"plan.{one.kind}", {"key": one.key})
    return Claim(f"plan:{one.kind}:{one.key}", f"path.{one.kind}{late}", values, (), (action,))

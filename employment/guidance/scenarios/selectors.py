"""Runs and what they show, the catalogue of a student, and counts for staff."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from employment.accounts.models import Organisation
from employment.guidance.scenarios.enums import Competency
from employment.guidance.scenarios.library import scenarios
from employment.guidance.scenarios.models import Run, Withdrawn
from employment.guidance.scenarios.rules.debrief import Shown, Taken, competencies_shown
from employment.guidance.scenarios.rules.graph import Scenario
from employment.students.models import StudentProfile

FEWEST = 5  # fewer people are not counted in public


@dataclass(frozen=True, slots=True)
class Offer:
    """A scenario in the catalogue with what the student made of it so far."""

    scenario: Scenario
    open_run: Run | None
    last_run: Run | None
    finished: int
    recommended: bool


@dataclass(frozen=True, slots=True)
class Use:
    """``people`` is None where they are too few to be counted."""

    scenario: Scenario
    people: int | None
    offered: bool


def offered_scenarios(university_id: int) -> list[Scenario]:
    withdrawn = set(
        Withdrawn.objects.filter(university_id=university_id).values_list("scenario", flat=True)
    )
    return [one for code, one in scenarios().items() if code not in withdrawn]


def taken_steps(run: Run) -> list[Taken]:
    """The way that counts, without what was taken back; reads prefetched ``steps``."""
    return [Taken(s.node, s.choice, s.words) for s in run.steps.all() if not s.undone]


def catalogue(
    student: StudentProfile, *, topic: str = "", competency: str = ""
) -> tuple[list[Offer], list[Shown]]:
    """Offers, those narrowed to a topic or competency, and what all finished runs showed."""
    runs = list(Run.objects.filter(student=student).prefetch_related("steps"))
    shown = progress(runs)
    offered = offered_scenarios(student.university_id)
    next_code = recommended(offered, runs, shown)
    offers = [_offer(one, runs, next_code) for one in offered]
    return [one for one in offers if _fits(one.scenario, topic, competency)], shown


def progress(runs: Sequence[Run]) -> list[Shown]:
    """Per competency the sum over the latest finished run of each scenario."""
    latest = {run.scenario: run for run in reversed(runs) if run.ended}
    earned = dict.fromkeys(Competency, 0)
    possible = dict.fromkeys(Competency, 0)
    for code, run in latest.items():
        if code in scenarios():
            for one in competencies_shown(scenarios()[code], taken_steps(run)):
                earned[one.competency] += one.earned
                possible[one.competency] += one.possible
    return [Shown(key, earned[key], possible[key]) for key in Competency if possible[key]]


def recommended(
    offered: Sequence[Scenario], runs: Sequence[Run], shown: Sequence[Shown]
) -> str | None:
    """The next unplayed scenario, first one that trains the weakest competency."""
    played = {run.scenario for run in runs if run.ended}
    left = [one for one in offered if one.code not in played]
    weakest = min(shown, key=lambda one: one.share).competency if shown else None
    fitting = [one for one in left if weakest in one.competencies]
    return next((one.code for one in fitting or left), None)


def earlier_runs(run: Run) -> list[tuple[Run, list[Shown]]]:
    """Other finished runs of the same scenario, newest first."""
    rows = Run.objects.filter(student=run.student_id, scenario=run.scenario, ended=True)
    scenario = scenarios()[run.scenario]
    others = rows.exclude(pk=run.pk).prefetch_related("steps")
    return [(one, competencies_shown(scenario, taken_steps(one))) for one in others]


def uses(university: Organisation) -> list[Use]:
    """How many students of the university finished each scenario; few are not counted."""
    rows = (
        Run.objects.filter(student__university=university, ended=True)
        .order_by()
        .values_list("scenario")
        .annotate(people=Count("student", distinct=True))
    )
    people = dict(rows)
    codes = {one.code for one in offered_scenarios(university.pk)}
    return [
        Use(one, people[code] if people.get(code, 0) >= FEWEST else None, code in codes)
        for code, one in scenarios().items()
    ]


def _offer(scenario: Scenario, runs: Sequence[Run], next_code: str | None) -> Offer:
    own = [run for run in runs if run.scenario == scenario.code]
    return Offer(
        scenario,
        open_run=next((run for run in own if not run.ended), None),
        last_run=next((run for run in own if run.ended), None),
        finished=sum(run.ended for run in own),
        recommended=scenario.code == next_code,
    )


def _fits(scenario: Scenario, topic: str, competency: str) -> bool:
    by_topic = not topic or scenario.topic == topic
    return by_topic and (not competency or competency in scenario.competencies)

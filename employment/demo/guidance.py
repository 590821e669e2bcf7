"""What the demo students have done in guidance: one loader a subject, each of them idempotent."""

from collections.abc import Callable

from employment.demo import (
    assessments,
    interviews,
    pathways,
    plans,
    reports,
    resumes,
    scenarios,
    support,
)

LOADERS: tuple[Callable[[], None], ...] = (
    scenarios.add_runs,
    assessments.add_results,
    pathways.add_pathways,
    resumes.add_resumes,
    interviews.add_interviews,
    plans.add_plans,
    reports.add_reports,
    support.add_counselling,
)


def add_guidance() -> None:
    for load in LOADERS:
        load()

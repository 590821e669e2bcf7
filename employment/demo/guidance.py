"""What the demo students have done in guidance: one loader a subject, each of them idempotent."""

from collections.abc import Callable

from employment.demo import assessments, reports, scenarios

LOADERS: tuple[Callable[[], None], ...] = (
    scenarios.add_runs,
    assessments.add_results,
    reports.add_reports,
)


def add_guidance() -> None:
    for load in LOADERS:
        load()

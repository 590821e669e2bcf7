"""Runs of practice scenarios."""

from employment.guidance.scenarios.enums import NodeKind
from employment.guidance.scenarios.library import scenarios
from employment.guidance.scenarios.models import Run
from employment.guidance.scenarios.services.runs import share_run, start_run, take_step
from employment.students.models import StudentProfile


def make_run(
    student: StudentProfile,
    *,
    code: str = "report-delay",
    ended: bool = True,
    shared: bool = False,
) -> Run:
    """A run along the first choice of every scene, to its end or just begun."""
    run = start_run(student=student, code=code)
    while ended and not run.ended:
        node = scenarios()[code].nodes[run.node]
        if node.kind is NodeKind.WRITE:
            run = take_step(run=run, node=node.code, words="抱歉，三张表有误，周二补齐。")
        else:
            run = take_step(run=run, node=node.code, choice=node.choices[0].code)
    share_run(run=run, shared=shared)
    return run

"""Tasks of a plan."""

from typing import Any

from employment.guidance.plans.models import Task
from employment.guidance.plans.services.tasks import add_task
from employment.students.models import StudentProfile


def make_task(student: StudentProfile, *, title: str = "改简历", **fields: Any) -> Task:
    return add_task(student=student, title=title, **fields)

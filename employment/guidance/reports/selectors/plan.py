"""Open tasks and coming milestones of the student's plan, as facts."""

import datetime as dt

from employment.guidance.plans.enums import MilestoneState, TaskSource, TaskState
from employment.guidance.plans.library import milestones_by_code
from employment.guidance.plans.models import Task
from employment.guidance.plans.selectors.plan import course_for, roadmap, settings_of, tasks_of
from employment.guidance.reports.rules.facts import PlanFact
from employment.students.models import StudentProfile

COMING = frozenset({MilestoneState.OVERDUE, MilestoneState.SOON, MilestoneState.LATER})


def plan_facts(student: StudentProfile, *, today: dt.date) -> tuple[PlanFact, ...]:
    """Up to graduation. A milestone that became a task is named once, as the task."""
    tasks = list(tasks_of(student))
    still = [task_fact(row) for row in tasks if row.state == TaskState.OPEN]
    taken = {row.source_key for row in tasks if row.source == TaskSource.MILESTONE}
    course = course_for(student, settings_of(student))
    if course is None:
        return tuple(still)
    steps = [
        PlanFact("milestone", step.code, milestones_by_code()[step.code].title, step.due)
        for step in roadmap(student, course, today=today)
        if step.state in COMING and step.year <= course.length and step.code not in taken
    ]
    return (*still, *steps)


def task_fact(task: Task) -> PlanFact:
    """One of the roadmap has its title in both languages."""
    of_roadmap = task.source == TaskSource.MILESTONE
    milestone = milestones_by_code().get(task.source_key) if of_roadmap else None
    due = max(task.due, task.snoozed_until) if task.due and task.snoozed_until else task.due
    return PlanFact("task", str(task.pk), milestone.title if milestone else task.title, due)

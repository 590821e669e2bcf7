"""What the plan's pages show, from selectors."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from employment.guidance.plans.enums import Outcome, TaskState
from employment.guidance.plans.models import Goal
from employment.guidance.plans.selectors import plan
from employment.guidance.plans.services.advice import Card
from employment.students.models import StudentProfile

MOST_DONE = 10


def plan_context(student: StudentProfile, *, today: dt.date) -> dict[str, Any]:
    course = plan.course_for(student, plan.settings_of(student))
    steps = plan.roadmap(student, course, today=today)
    tasks = list(plan.tasks_of(student))
    still = [row for row in tasks if row.state == TaskState.OPEN]
    asleep = [row for row in still if row.snoozed_until and row.snoozed_until > today]
    done = [row for row in tasks if row.state == TaskState.DONE]
    return {
        "student": student,
        "course": course,
        "terms": plan.by_year(steps, course, today=today) if course else [],
        "present": plan.present_steps(steps),
        "open_tasks": [row for row in still if row not in asleep],
        "asleep": asleep,
        "suggested": [row for row in tasks if row.state == TaskState.SUGGESTED],
        "done_tasks": sorted(done, key=lambda row: row.done_at or row.created_at)[-MOST_DONE:],
        "goals": list(Goal.objects.filter(student=student)),
        "progress": plan.progress(tasks, steps, today=today),
        "today": today,
    }


def sorted_cards(cards: Sequence[Card]) -> dict[str, list[Card]]:
    """Active ones in order, those put away, those without enough data, and the fine ones."""
    active = [one for one in cards if one.outcome is Outcome.ACTIVE]
    return {
        "active": [one for one in active if not one.dismissed],
        "dismissed": [one for one in active if one.dismissed],
        "unknown": [one for one in cards if one.outcome is Outcome.UNKNOWN],
        "fine": [one for one in cards if one.outcome is Outcome.FINE],
    }

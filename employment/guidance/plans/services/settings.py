"""Settings of a plan, marks on its milestones, and the address of its calendar feed."""

from typing import Any

from employment.guidance.plans.enums import Mark
from employment.guidance.plans.models import MilestoneMark, PlanSettings
from employment.guidance.plans.models.settings import new_token
from employment.students.models import StudentProfile


def save_settings(*, student: StudentProfile, **values: Any) -> PlanSettings:
    return PlanSettings.objects.update_or_create(student=student, defaults=values)[0]


def rotate_feed(*, student: StudentProfile) -> PlanSettings:
    """A new address; the old one stops working at once."""
    return save_settings(student=student, feed_token=new_token())


def close_feed(*, student: StudentProfile) -> None:
    PlanSettings.objects.filter(student=student).update(feed_token=None)


def mark_milestone(*, student: StudentProfile, code: str, mark: Mark | None) -> None:
    """None takes the mark back."""
    if mark is None:
        MilestoneMark.objects.filter(student=student, milestone=code).delete()
        return
    MilestoneMark.objects.update_or_create(student=student, milestone=code, defaults={"mark": mark})

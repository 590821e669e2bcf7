"""Sittings and results of assessments, made as students make them."""

from collections.abc import Callable

from employment.guidance.assessments.models import Result, Sitting
from employment.guidance.assessments.rules.instruments import Item
from employment.guidance.assessments.selectors.sittings import items_of
from employment.guidance.assessments.services.sittings import (
    finish_sitting,
    save_answer,
    share_result,
    start_sitting,
)
from employment.students.models import StudentProfile

LEVELS = {"r": 1, "i": 5, "a": 2, "s": 4, "e": 2, "c": 3}  # a person of the laboratory


def steady(item: Item) -> int:
    """One level a scale, so that reversed items are answered the other way."""
    level = LEVELS.get(item.scale, 2 + sum(map(ord, item.scale)) % 3)
    level = min(level, item.values[-1])
    return 6 - level if item.reverse else level


def make_sitting(
    student: StudentProfile,
    *,
    code: str = "interests",
    answered: int | None = None,
    choose: Callable[[Item], int] = steady,
    milliseconds: int = 4000,
    occupation: str = "",
) -> Sitting:
    """Open, with the first ``answered`` items answered, all by default."""
    sitting = start_sitting(student=student, code=code, occupation=occupation)
    for item in items_of(sitting)[:answered]:
        save_answer(sitting=sitting, item=item.code, value=choose(item), milliseconds=milliseconds)
    return sitting


def make_result(student: StudentProfile, *, shared: bool = False, **options: object) -> Result:
    result = finish_sitting(sitting=make_sitting(student, **options))  # type: ignore[arg-type]
    if shared:
        share_result(result=result, shared=True)
    return result

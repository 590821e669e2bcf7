"""Results that may be used, and the interests of people and occupations."""

from employment.guidance.assessments.library import OccupationInterests, interest_rows
from employment.guidance.assessments.models import Result
from employment.guidance.assessments.rules.interests import AXES
from employment.students.models import StudentProfile


def latest_results(student: StudentProfile) -> dict[str, Result]:
    """The newest result without flags by instrument; nothing without consent to guidance."""
    rows = (
        Result.objects.usable()
        .valid()
        .filter(student=student)
        .order_by("instrument", "-at", "-id")
        .distinct("instrument")
    )
    return {row.instrument: row for row in rows}


def interest_profile(student: StudentProfile) -> tuple[float, ...] | None:
    """R I A S E C, 0 to 1 each; None without a valid, complete result or without consent."""
    result = latest_results(student).get("interests")
    return profile_of(result) if result else None


def profile_of(result: Result) -> tuple[float, ...] | None:
    values = [result.scores.get(axis) for axis in AXES]
    return None if None in values else tuple(float(value) for value in values)


def occupation_interests(code: str) -> OccupationInterests | None:
    """Of an occupation or group of the national classification; None for an unknown code."""
    return interest_rows().get(code)


def previous_result(result: Result, *, only_shared: bool = False) -> Result | None:
    """The valid result of the same instrument before this one, None for a doubtful one."""
    if not result.is_valid:
        return None
    rows = Result.objects.valid().filter(student=result.student_id, instrument=result.instrument)
    if only_shared:
        rows = rows.filter(is_shared=True)
    return rows.filter(at__lt=result.at).order_by("-at").first()

"""One kind of remark: its words, and the points it costs."""

from dataclasses import dataclass

from django.utils.functional import Promise

from employment.guidance.resumes.rules.enums import Part, Severity


@dataclass(frozen=True, slots=True)
class Remark:
    """``points`` are taken off for each finding, ``most`` for all of the code together. Where
    ``why`` or ``fix`` has ``{detail}``, the finding's goes in."""

    code: str
    part: Part
    severity: Severity
    points: int
    most: int
    title: Promise
    why: Promise
    fix: Promise

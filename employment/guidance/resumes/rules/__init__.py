"""What makes a resume better: ``judge`` scores it and names each fault with a way to mend it."""

from employment.guidance.resumes.rules.enums import POINTS, Part, Severity
from employment.guidance.resumes.rules.findings import Place
from employment.guidance.resumes.rules.judging import Issue, Judgement, PartScore, judge

__all__ = ["POINTS", "Issue", "Judgement", "Part", "PartScore", "Place", "Severity", "judge"]

"""Pure rules of the assessments: keys, scores, flags, statistics, fit of interests."""

from employment.guidance.assessments.rules.interests import interest_fit

__all__ = ["interest_fit"]

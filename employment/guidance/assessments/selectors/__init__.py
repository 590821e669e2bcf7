"""What other apps read; the rest is in the modules."""

from employment.guidance.assessments.selectors.results import (
    interest_profile,
    latest_results,
    occupation_interests,
)

__all__ = ["interest_profile", "latest_results", "occupation_interests"]

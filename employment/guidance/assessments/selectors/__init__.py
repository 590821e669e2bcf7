"""What other apps read; the rest is in the modules."""

from employment.guidance.assessments.selectors.results import (
    interest_profile,
    latest_results,
    occupation_interests,
)
from employment.guidance.assessments.selectors.sittings import home_card

__all__ = ["home_card", "interest_profile", "latest_results", "occupation_interests"]

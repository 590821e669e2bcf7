"""Occupation codes with a confidence for job titles; learns from labelled titles."""

from matching.occupations.coder import CONFIDENT_FROM, OccupationCoder, is_confident
from matching.occupations.types import Coded, OccupationRow, packaged_rows

__all__ = [
    "CONFIDENT_FROM",
    "Coded",
    "OccupationCoder",
    "OccupationRow",
    "is_confident",
    "packaged_rows",
]

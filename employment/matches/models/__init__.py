from employment.matches.models.matches import Match, MatchFeedback
from employment.matches.models.runs import MatchRun, ReferenceSample, RunBlock
from employment.matches.models.vectors import (
    PostingSync,
    PostingVector,
    StudentSync,
    StudentVector,
)

__all__ = [
    "Match",
    "MatchFeedback",
    "MatchRun",
    "PostingSync",
    "PostingVector",
    "ReferenceSample",
    "RunBlock",
    "StudentSync",
    "StudentVector",
]

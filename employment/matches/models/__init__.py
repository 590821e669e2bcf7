from employment.matches.models.balancing import BalancingSetting, ListOrder, PostingDemand
from employment.matches.models.learning import (
    FeedbackEvent,
    MeasuredQuality,
    WeightSet,
    WeightSwitch,
)
from employment.matches.models.matches import Match, MatchFeedback
from employment.matches.models.runs import MatchRun, ReferenceSample, RunBlock
from employment.matches.models.vectors import (
    PostingSync,
    PostingVector,
    StudentSync,
    StudentVector,
)

__all__ = [
    "BalancingSetting",
    "FeedbackEvent",
    "ListOrder",
    "Match",
    "MatchFeedback",
    "MatchRun",
    "MeasuredQuality",
    "PostingDemand",
    "PostingSync",
    "PostingVector",
    "ReferenceSample",
    "RunBlock",
    "StudentSync",
    "StudentVector",
    "WeightSet",
    "WeightSwitch",
]

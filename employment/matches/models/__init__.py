from employment.matches.models.balancing import BalancingSetting, ListOrder, PostingDemand
from employment.matches.models.learning import (
    FeedbackEvent,
    MeasuredQuality,
    WeightSet,
    WeightSwitch,
)
from employment.matches.models.matches import Match, MatchFeedback
from employment.matches.models.occupations import (
    CoderVersion,
    OccupationCoding,
    OccupationCorrection,
)
from employment.matches.models.runs import MatchRun, ReferenceSample, RunBlock
from employment.matches.models.vectors import (
    PostingSync,
    PostingVector,
    StudentSync,
    StudentVector,
)

__all__ = [
    "BalancingSetting",
    "CoderVersion",
    "FeedbackEvent",
    "ListOrder",
    "Match",
    "MatchFeedback",
    "MatchRun",
    "MeasuredQuality",
    "OccupationCoding",
    "OccupationCorrection",
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

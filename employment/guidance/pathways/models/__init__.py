from employment.guidance.pathways.models.courses import Course
from employment.guidance.pathways.models.demand import DemandFact
from employment.guidance.pathways.models.regions import LivingCost
from employment.guidance.pathways.models.study import AdmissionRecord, PathDate
from employment.guidance.pathways.models.targets import TargetOccupation

__all__ = [
    "AdmissionRecord",
    "Course",
    "DemandFact",
    "LivingCost",
    "PathDate",
    "TargetOccupation",
]

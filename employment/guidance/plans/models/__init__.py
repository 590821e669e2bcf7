from employment.guidance.plans.models.advice import AdviceEpisode
from employment.guidance.plans.models.settings import MilestoneMark, PlanSettings, ReminderMail
from employment.guidance.plans.models.tasks import Goal, Task

__all__ = ["AdviceEpisode", "Goal", "MilestoneMark", "PlanSettings", "ReminderMail", "Task"]

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobKind(models.TextChoices):
    IMPORT = "import", _("Import")
    MATCHING = "matching", _("Matching run")
    EXPORT = "export", _("Export")
    FAIRNESS = "fairness", _("Fairness audit")
    WEIGHTS = "weights", _("Refit of weights")
    REPORTS = "reports", _("Guidance reports")


class JobState(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")

    @classmethod
    def finished_states(cls) -> tuple["JobState", ...]:
        return (cls.DONE, cls.FAILED, cls.CANCELLED)

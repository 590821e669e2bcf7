from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What personal data is used for; each purpose is agreed to, and taken back, on its own."""

    MATCHING = "matching", _("Match my profile with postings")
    EMPLOYERS = "employers", _("Show my anonymous profile to matched employers")
    STATISTICS = "statistics", _("Use my data in aggregated statistics")
    MESSAGES = "messages", _("Send me recommendations")
    GUIDANCE = "guidance", _("Use my assessments and grades for guidance")
    REWORDING = "rewording", _("Send sentences I choose to the language service")

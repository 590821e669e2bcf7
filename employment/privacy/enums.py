from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What personal data is used for; each purpose is agreed to, and taken back, on its own."""

    MATCHING = "matching", _("Match my profile with postings")
    EMPLOYERS = "employers", _("Show my anonymous profile to matched employers")
    STATISTICS = "statistics", _("Use my data in aggregated statistics")
    MESSAGES = "messages", _("Send me recommendations")

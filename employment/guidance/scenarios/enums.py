from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Competency(models.TextChoices):
    CLARITY = "clarity", _("Clear and timely")
    RESPECT = "respect", _("Respect and listening")
    ASSERTIVENESS = "assertiveness", _("Standing up for yourself")
    PROBLEM_SOLVING = "problem_solving", _("Solving the problem")
    BOUNDARIES = "boundaries", _("Rules and boundaries")


class Topic(models.TextChoices):
    REPORTING = "reporting", _("Reporting upwards")
    TEAMWORK = "teamwork", _("Working together")
    RIGHTS = "rights", _("Rights and boundaries")
    ETIQUETTE = "etiquette", _("Etiquette")
    NEGOTIATION = "negotiation", _("Negotiation")


class NodeKind(models.TextChoices):
    CHOICE = "choice", _("Choose")
    WRITE = "write", _("Write")
    END = "end", _("Ending")


class Quality(models.TextChoices):
    """How an ending turned out for everybody in the scene, not a grade of the person."""

    GOOD = "good", pgettext_lazy("ending", "It went well")
    MIXED = "mixed", pgettext_lazy("ending", "It went half well")
    POOR = "poor", pgettext_lazy("ending", "It went badly")

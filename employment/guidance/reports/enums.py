from django.db import models
from django.utils.translation import gettext_lazy as _


class Section(models.TextChoices):
    """In the order of the report."""

    WHO = "who", _("Who you are")
    STRENGTHS = "strengths", _("Strengths and what proves them")
    GAPS = "gaps", _("Gaps, how large they are, what closes them")
    TARGETS = "targets", _("Target occupations and how they fit")
    PATH = "path", _("Three steps from here")
    MARKET = "market", _("The market for your major")
    UNCERTAINTY = "uncertainty", _("What this report does not know")
    SOURCES = "sources", _("Sources and dates")


class When(models.TextChoices):
    NOW = "now", _("Now")
    TERM = "term", _("This term")
    LATER = "later", _("Before graduation")


class Reader(models.TextChoices):
    """Who reads: decides where evidence links to."""

    STUDENT = "student", _("Student")
    STAFF = "staff", _("Staff")
    GUEST = "guest", _("Whoever has the link")

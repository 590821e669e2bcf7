from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Period(models.IntegerChoices):
    """Days back from today that postings and applications are counted from; 0: from the start."""

    ALL = 0, pgettext_lazy("period", "All time")
    YEAR = 365, _("Last 12 months")
    QUARTER = 90, _("Last 90 days")
    MONTH = 30, _("Last 30 days")


class Balance(models.TextChoices):
    """How many seats students of a major can reach, against the average student."""

    SCARCE = "scarce", pgettext_lazy("supply of a major", "In demand")
    EVEN = "even", pgettext_lazy("supply of a major", "Balanced")
    OVERSUPPLIED = "oversupplied", pgettext_lazy("supply of a major", "Oversupplied")
    UNKNOWN = "unknown", _("Not enough information")


class Trait(models.TextChoices):
    """Protected traits by which the audit compares groups; the engine sees none of them."""

    GENDER = "gender", _("Gender")
    ETHNICITY = "ethnicity", _("Ethnicity")
    BIRTHPLACE = "birthplace", _("Region of birth")
    AREA = "area", _("City or county of birth")
    HARDSHIP = "hardship", _("Financial hardship")
    DISABILITY = "disability", _("Disability")


class Measure(models.TextChoices):
    """What a group gets of the pairs its students are eligible for."""

    TOP = "top", _("Among a posting's first ten")
    STRONG = "strong", _("Strong fit")
    GOOD = "good", _("Good fit or better")
    EXPOSURE = "exposure", _("Exposure to employers")
    FULL = "full", _("Ten matches or more")

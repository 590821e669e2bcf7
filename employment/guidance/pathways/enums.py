from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Subject(models.TextChoices):
    """What demand facts are about."""

    OCCUPATION = "occupation", _("Occupation")
    MAJOR = "major", _("Major")
    MARKET = "market", _("All postings")


class ChosenBy(models.TextChoices):
    STUDENT = "student", _("Chosen by you")
    COUNSELLOR = "counsellor", _("Suggested by your counsellor")
    INTENTION = "intention", _("From your intention")


class CourseKind(models.TextChoices):
    COURSE = "course", pgettext_lazy("kind of course", "Course")
    MINOR = "minor", _("Minor")
    MICRO = "micro", _("Micro-credential")


class FitPart(models.TextChoices):
    INTEREST = "interest", _("Interest")
    SKILLS = "skills", _("Skills")
    MAJOR = "major", _("Major")
    REGION = "region", _("Region trend")
    TRAJECTORY = "trajectory", _("Your own course so far")


class StudyPath(models.TextChoices):
    """Ways to go on studying, or into the civil service; values as in a student's intention."""

    POSTGRADUATE = "postgraduate", _("Postgraduate entrance examination")
    UPGRADE = "upgrade", _("Upgrade to a bachelor programme")
    SECOND_DEGREE = "second_degree", _("Second bachelor degree")
    ABROAD = "abroad", _("Study abroad")
    CIVIL_SERVICE = "civil_service", _("Civil service examination")

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Degree(models.IntegerChoices):
    """Ranks equal ``matching.types.Degree``."""

    HIGH_SCHOOL = 10, _("High school")
    SECONDARY_VOCATIONAL = 15, _("Secondary vocational")
    JUNIOR_COLLEGE = 30, _("Junior college")
    BACHELOR = 40, _("Bachelor")
    MASTER = 50, _("Master")
    DOCTOR = 60, _("Doctor")


class EnrolmentState(models.TextChoices):
    """Whether the university has confirmed that this is its student."""

    CLAIMED = "claimed", _("To be confirmed")
    CONFIRMED = "confirmed", _("Confirmed")
    REFUSED = "refused", _("Refused")


class DataSource(models.TextChoices):
    STUDENT = "student", _("Entered by the student")
    IMPORT = "import", _("Imported by the university")
    VERIFIED = "verified", _("Confirmed by the university")


class ExperienceKind(models.TextChoices):
    INTERNSHIP = "internship", _("Internship")
    PROJECT = "project", _("Project")
    JOB = "job", _("Job")
    COMPETITION = "competition", _("Competition")
    RESEARCH = "research", _("Research")
    CAMPUS = "campus", _("Campus activity")
    VOLUNTEER = "volunteer", _("Volunteering")


class SkillLevel(models.IntegerChoices):
    UNSTATED = 0, pgettext_lazy("skill level", "Not stated")
    AWARE = 1, pgettext_lazy("skill level", "Basic")
    FAMILIAR = 2, pgettext_lazy("skill level", "Familiar")
    SKILLED = 3, pgettext_lazy("skill level", "Skilled")
    EXPERT = 4, pgettext_lazy("skill level", "Expert")


class JobType(models.TextChoices):
    """Kinds of work a student wants; equal to the kinds of postings."""

    FULL_TIME = "full_time", _("Full-time")
    INTERNSHIP = "internship", _("Internship position")
    PART_TIME = "part_time", _("Part-time")


class FurtherStudy(models.TextChoices):
    NONE = "", pgettext_lazy("further study", "Not planned")
    POSTGRADUATE = "postgraduate", _("Postgraduate study")
    UPGRADE = "upgrade", _("Upgrade to a bachelor programme")
    SECOND_DEGREE = "second_degree", _("Second bachelor degree")
    ABROAD = "abroad", _("Study abroad")
    CIVIL_SERVICE = "civil_service", _("Civil service examination")

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportTarget(models.TextChoices):
    POSTINGS = "postings", _("Postings")
    STUDENTS = "students", _("Students")


class IssueSeverity(models.TextChoices):
    """A rejected row is not imported; a warning keeps the row and leaves the field empty."""

    REJECTED = "rejected", _("Row not imported")
    WARNING = "warning", _("Imported with a gap")

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.common.models import Job
from employment.imports.enums import ImportTarget, IssueSeverity


class ImportFileQuerySet(models.QuerySet["ImportFile"]):
    def visible_to(self, actor: Actor) -> Self:
        """Offices see their organisation's imports, the platform all, others none."""
        if actor.role == Role.PLATFORM_ADMIN:
            return self
        if actor.role in OFFICE_ROLES:
            return self.filter(job__organisation_id=actor.university_id)
        return self.none()


class ImportFile(models.Model):
    """An uploaded table, how its columns are read, and what became of its rows."""

    job = models.OneToOneField(Job, on_delete=models.CASCADE, related_name="import_file")
    target = models.CharField(max_length=20, choices=ImportTarget)
    file = models.FileField(upload_to="imports/%Y/%m/")
    original_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    dry_run = models.BooleanField(default=False)
    begun_at = models.DateTimeField(null=True, blank=True)
    rows = models.PositiveIntegerField(default=0)
    imported = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    duplicates = models.PositiveIntegerField(default=0)
    reported = models.PositiveIntegerField(default=0)

    objects = ImportFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-job__created_at",)

    def __str__(self) -> str:
        return self.original_name


class ImportIssue(models.Model):
    """One cell that could not be taken as it stands: where, what, why, and the way to mend it."""

    import_file = models.ForeignKey(ImportFile, on_delete=models.CASCADE, related_name="issues")
    row = models.PositiveIntegerField()
    field = models.CharField(max_length=60, blank=True)
    value = models.TextField(blank=True)
    code = models.CharField(max_length=40)
    severity = models.CharField(max_length=10, choices=IssueSeverity)

    class Meta:
        verbose_name = _("import issue")
        verbose_name_plural = _("import issues")
        ordering = ("row", "id")
        indexes = (models.Index(fields=("import_file", "row"), name="import_issue_row"),)

    def __str__(self) -> str:
        return f"{self.row} {self.field} {self.code}"

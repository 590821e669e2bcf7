from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.common.models import Job


class FairnessAuditQuerySet(models.QuerySet["FairnessAudit"]):
    def visible_to(self, actor: Actor) -> Self:
        """A university's admin sees the university's, the platform's sees those over all."""
        if actor.role == Role.PLATFORM_ADMIN:
            return self.filter(university__isnull=True)
        if actor.role == Role.UNIVERSITY_ADMIN and actor.university_id:
            return self.filter(university_id=actor.university_id)
        return self.none()

    def finished(self) -> Self:
        return self.filter(made_at__isnull=False)


class FairnessAudit(models.Model):
    """How the lists of one day served groups of students: aggregates only, never a person.

    Small groups are left out before anything is written here. Without ``university`` it covers all.
    """

    job = models.OneToOneField(Job, on_delete=models.CASCADE, related_name="fairness_audit")
    university = models.ForeignKey(
        "accounts.Organisation",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="fairness_audits",
    )
    engine = models.CharField(max_length=120, blank=True)
    weights_version = models.CharField(max_length=20, blank=True)
    reference = models.CharField(max_length=40, blank=True)
    students = models.PositiveIntegerField(default=0)
    postings = models.PositiveIntegerField(default=0)
    pairs = models.PositiveBigIntegerField(default=0)
    figures = models.JSONField(default=dict)
    made_at = models.DateTimeField(null=True, blank=True)

    objects = FairnessAuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("fairness audit")
        verbose_name_plural = _("fairness audits")
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return f"{self.pk}"

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.common.models import Job


class MatchRunQuerySet(models.QuerySet["MatchRun"]):
    def under_way(self) -> Self:
        return self.filter(job__finished_at__isnull=True)

    def covering(self, university_id: int | None) -> Self:
        """Runs over all students of a university; without one, over everybody."""
        return self.filter(Q(job__organisation=None) | Q(job__organisation=university_id))

    def visible_to(self, actor: Actor) -> Self:
        """A university sees its own runs and those over everybody, the platform all."""
        if actor.role == Role.PLATFORM_ADMIN:
            return self
        return self.covering(actor.university_id) if actor.role in OFFICE_ROLES else self.none()

    def cancellable_by(self, actor: Actor) -> Self:
        if actor.role == Role.PLATFORM_ADMIN:
            return self
        own = actor.university_id if actor.role in OFFICE_ROLES else None
        return self.filter(job__organisation=own) if own else self.none()


class MatchRun(models.Model):
    """Lists computed anew, cut into blocks of students that workers take one by one. The job's
    organisation is the university whose students they are; without one they are everybody's."""

    job = models.OneToOneField(Job, on_delete=models.CASCADE, related_name="match_run")
    engine = models.CharField(max_length=160, blank=True)
    postings = models.PositiveIntegerField(default=0)

    objects = MatchRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("matching run")
        verbose_name_plural = _("matching runs")
        ordering = ("-job__created_at",)

    def __str__(self) -> str:
        return str(self.job_id)


class RunBlock(models.Model):
    """Some students of a run. A worker holds the row's lock while it works: when the worker dies
    the lock goes with it, and the block is free again."""

    run = models.ForeignKey(MatchRun, on_delete=models.CASCADE, related_name="blocks")
    number = models.PositiveIntegerField()
    students = ArrayField(models.BigIntegerField())
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("run block")
        verbose_name_plural = _("run blocks")
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("run", "number"), name="run_block_unique"),)

    def __str__(self) -> str:
        return f"{self.run_id}/{self.number}"


class ReferenceSample(models.Model):
    """Scores of random eligible pairs, frozen for an engine: what percentiles refer to.

    ``content`` is ``matching.reference.Reference.to_bytes()``.
    """

    engine = models.CharField(max_length=160, unique=True)
    content = models.BinaryField()
    pairs = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("reference sample")
        verbose_name_plural = _("reference samples")

    def __str__(self) -> str:
        return self.engine

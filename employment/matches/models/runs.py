from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.common.models import Job


class MatchRun(models.Model):
    """A full recomputation, cut into blocks of students that workers take one by one."""

    job = models.OneToOneField(Job, on_delete=models.CASCADE, related_name="match_run")
    engine = models.CharField(max_length=160, blank=True)
    postings = models.PositiveIntegerField(default=0)

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

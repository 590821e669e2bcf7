from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.students.models import StudentProfile


class RunQuerySet(models.QuerySet["Run"]):
    def visible_to(self, actor: Actor) -> Self:
        """The student's own; for staff what their students share."""
        rows = self.filter(student__in=StudentProfile.objects.visible_to(actor))
        own = actor.role == Role.STUDENT
        return rows if own else rows.filter(is_shared=True, ended=True)


class Run(models.Model):
    """One playing of a scenario. ``node`` is where the student stands; its steps are the way."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="scenario_runs"
    )
    scenario = models.SlugField(max_length=40)
    node = models.SlugField(max_length=40)
    ended = models.BooleanField(default=False)
    is_shared = models.BooleanField(_("shared with the counsellor"), default=False)
    started_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        verbose_name = _("scenario run")
        verbose_name_plural = _("scenario runs")
        ordering = ("-started_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("student", "scenario"),
                condition=models.Q(ended=False),
                name="scenario_run_one_open",
            ),
            models.CheckConstraint(
                condition=models.Q(ended=True, ended_at__isnull=False)
                | models.Q(ended=False, ended_at__isnull=True),
                name="scenario_run_end_has_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.scenario} {self.pk}"


class Step(models.Model):
    """A choice or own words at a node. A step taken back stays as a row, marked as undone."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    node = models.SlugField(max_length=40)
    choice = models.SlugField(max_length=40, blank=True)
    words = models.TextField(blank=True, max_length=2000)
    undone = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("step of a scenario run")
        verbose_name_plural = _("steps of scenario runs")
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("run", "node"),
                condition=models.Q(undone=False),
                name="scenario_step_one_a_node",
            ),
        )

    def __str__(self) -> str:
        return f"{self.run_id} {self.number}"


class Withdrawn(models.Model):
    """A scenario that a university does not offer."""

    university = models.ForeignKey(
        "accounts.Organisation", on_delete=models.CASCADE, related_name="withdrawn_scenarios"
    )
    scenario = models.SlugField(max_length=40)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("withdrawn scenario")
        verbose_name_plural = _("withdrawn scenarios")
        ordering = ("scenario",)
        constraints = (
            models.UniqueConstraint(
                fields=("university", "scenario"), name="withdrawn_scenario_once"
            ),
        )

    def __str__(self) -> str:
        return self.scenario

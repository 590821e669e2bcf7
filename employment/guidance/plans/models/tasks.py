from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.guidance.plans.enums import TaskSource, TaskState
from employment.students.models import StudentProfile


class Goal(models.Model):
    """What several tasks lead to."""

    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="goals")
    title = models.CharField(_("goal"), max_length=120)
    due = models.DateField(_("until"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering = (models.F("due").asc(nulls_last=True), "id")
        constraints = (
            models.UniqueConstraint(
                fields=("student", "title"),
                name="goal_once",
                violation_error_message=_("You have this goal already."),
            ),
        )

    def __str__(self) -> str:
        return self.title


class TaskQuerySet(models.QuerySet["Task"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(student__in=StudentProfile.objects.visible_to(actor))

    def open(self) -> Self:
        return self.filter(state=TaskState.OPEN)


class Task(models.Model):
    """Something to do once. ``source_key`` names what it came from; one task per origin.

    ``url`` is a path of this site that the task leads to. A counsellor's task waits as
    ``suggested`` until the student accepts it.
    """

    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="plan_tasks")
    goal = models.ForeignKey(
        Goal, null=True, blank=True, on_delete=models.SET_NULL, related_name="tasks"
    )
    title = models.CharField(_("task"), max_length=160)
    notes = models.TextField(_("notes"), blank=True, max_length=2000)
    due = models.DateField(_("due"), null=True, blank=True)
    snoozed_until = models.DateField(null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=TaskState, default=TaskState.OPEN)
    source = models.CharField(max_length=10, choices=TaskSource, default=TaskSource.OWN)
    source_key = models.CharField(max_length=120, blank=True)
    url = models.CharField(max_length=300, blank=True)
    suggested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ("position", "id")
        indexes = (models.Index(fields=("state", "due"), name="plan_task_state_due"),)
        constraints = (
            models.UniqueConstraint(
                fields=("student", "source", "source_key"),
                condition=~models.Q(source_key=""),
                name="plan_task_one_an_origin",
            ),
            models.CheckConstraint(
                condition=models.Q(state=TaskState.DONE, done_at__isnull=False)
                | (~models.Q(state=TaskState.DONE) & models.Q(done_at__isnull=True)),
                name="plan_task_done_has_time",
            ),
        )

    def __str__(self) -> str:
        return self.title

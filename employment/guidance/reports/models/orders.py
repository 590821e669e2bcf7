from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.common.models import Job
from employment.students.models import StudentProfile


class OrderQuerySet(models.QuerySet["Order"]):
    def visible_to(self, actor: Actor) -> Self:
        """A student's own; for staff the batches of their university or college."""
        if actor.role == Role.STUDENT:
            return self.filter(student__user_id=actor.user_id)
        batches = self.filter(student__isnull=True, university_id=actor.university_id or 0)
        if actor.role == Role.COUNSELLOR:
            return batches.filter(job__created_by_id=actor.user_id)
        return batches if actor.role in UNIVERSITY_STAFF else self.none()

    def unfinished(self) -> Self:
        return self.filter(job__finished_at__isnull=True)


class Order(models.Model):
    """Reports to be made: one student's, or those of a college or cohort.

    ``students`` is fixed when the order is placed, ``position`` how far it has come: a worker that
    dies leaves both as they were after its last finished report. ``left_out`` students have not
    agreed to guidance or matching.
    """

    job = models.OneToOneField(Job, on_delete=models.CASCADE, related_name="report_order")
    student = models.ForeignKey(
        StudentProfile,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="report_orders",
    )
    university = models.ForeignKey(
        "accounts.Organisation", on_delete=models.CASCADE, related_name="report_orders"
    )
    college = models.ForeignKey(
        "accounts.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    cohort = models.PositiveSmallIntegerField(_("graduation year"), null=True, blank=True)
    students = ArrayField(models.BigIntegerField())
    position = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("order of reports")
        verbose_name_plural = _("orders of reports")
        ordering = ("-id",)

    def __str__(self) -> str:
        return str(self.job_id)

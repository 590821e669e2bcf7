from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.guidance.pathways.enums import ChosenBy
from employment.students.models import StudentProfile


class TargetOccupationQuerySet(models.QuerySet["TargetOccupation"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(student__in=StudentProfile.objects.visible_to(actor))


class TargetOccupation(models.Model):
    """An occupation a student works towards, and where."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="target_occupations"
    )
    occupation = models.ForeignKey(
        "taxonomy.Occupation", on_delete=models.CASCADE, related_name="+"
    )
    region = models.ForeignKey(
        "taxonomy.Region", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    chosen_by = models.CharField(max_length=12, choices=ChosenBy, default=ChosenBy.STUDENT)
    chosen_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    chosen_at = models.DateTimeField(auto_now_add=True)

    objects = TargetOccupationQuerySet.as_manager()

    class Meta:
        verbose_name = _("target occupation")
        verbose_name_plural = _("target occupations")
        ordering = ("chosen_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("student", "occupation"), name="target_once"),
        )

    def __str__(self) -> str:
        return f"{self.student_id} {self.occupation_id}"

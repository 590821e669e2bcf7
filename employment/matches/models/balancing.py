from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import Organisation
from employment.postings.models import Posting
from employment.students.models import StudentProfile


class BalancingSetting(models.Model):
    """How strongly a university's lists are spread over postings; 0 leaves them as they are.

    Without a row the default strength of the engine counts.
    """

    university = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="balancing"
    )
    strength = models.FloatField(
        _("strength"), validators=[MinValueValidator(0.0), MaxValueValidator(1.0)]
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("balancing setting")
        verbose_name_plural = _("balancing settings")

    def __str__(self) -> str:
        return f"{self.university_id}: {self.strength}"


class PostingDemand(models.Model):
    """What the last full run found: how many students had the posting among their first places,
    and how wanted a seat of it is against the mean seat. Lists computed alone read it."""

    posting = models.OneToOneField(Posting, on_delete=models.CASCADE, related_name="demand")
    shown = models.PositiveIntegerField()
    pressure = models.FloatField()

    class Meta:
        verbose_name = _("demand for a posting")
        verbose_name_plural = _("demand for postings")

    def __str__(self) -> str:
        return f"{self.posting_id}: {self.pressure:.2f}"


class ListOrder(models.Model):
    """The first places of a student's balanced list. ``postings`` come in the order shown;
    ``base`` are their places by the student's own score. A list without a row is not balanced."""

    student = models.OneToOneField(
        StudentProfile, on_delete=models.CASCADE, related_name="list_order"
    )
    postings = ArrayField(models.BigIntegerField())
    base = ArrayField(models.PositiveSmallIntegerField())

    class Meta:
        verbose_name = _("order of a list")
        verbose_name_plural = _("orders of lists")

    def __str__(self) -> str:
        return str(self.student_id)

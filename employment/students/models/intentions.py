from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.students.enums import FurtherStudy, JobType
from employment.students.models.profiles import StudentProfile


class Intention(models.Model):
    """What the student wants. The ``_hard`` flags turn a wish into a condition."""

    student = models.OneToOneField(
        StudentProfile, on_delete=models.CASCADE, related_name="intention"
    )
    titles = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    occupations = models.ManyToManyField("taxonomy.Occupation", blank=True, related_name="+")
    regions = models.ManyToManyField("taxonomy.Region", blank=True, related_name="+")
    regions_hard = models.BooleanField(_("only these regions"), default=False)
    industries = models.ManyToManyField("taxonomy.Industry", blank=True, related_name="+")
    pay_floor = models.PositiveIntegerField(_("lowest monthly pay"), null=True, blank=True)
    pay_hard = models.BooleanField(_("not below this pay"), default=False)
    kinds = ArrayField(models.CharField(max_length=12, choices=JobType), default=list, blank=True)
    kinds_hard = models.BooleanField(_("only these kinds of work"), default=False)
    further_study = models.CharField(
        _("further study"), max_length=16, choices=FurtherStudy, blank=True, default=""
    )
    available_from = models.DateField(_("available from"), null=True, blank=True)

    class Meta:
        verbose_name = _("intention")
        verbose_name_plural = _("intentions")

    def __str__(self) -> str:
        return f"{self.student_id}"

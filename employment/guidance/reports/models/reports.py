from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.guidance.reports.models.orders import Order
from employment.students.models import StudentProfile


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, actor: Actor) -> Self:
        """The student's own, and staff those of their students; how much they are shown of the
        assessments is the student's choice (``ReportSetting``)."""
        return self.filter(student__in=StudentProfile.objects.visible_to(actor))


class Report(models.Model):
    """A snapshot. ``content`` holds facts and codes, no sentence: those are written when somebody
    reads it, in the reader's language. ``fingerprint`` tells whether a new one would say more."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="guidance_reports"
    )
    version = models.PositiveSmallIntegerField(_("version"))
    schema = models.PositiveSmallIntegerField()
    content = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    profile_revision = models.PositiveBigIntegerField()
    order = models.ForeignKey(
        Order, null=True, blank=True, on_delete=models.SET_NULL, related_name="reports"
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("guidance report")
        verbose_name_plural = _("guidance reports")
        ordering = ("-version",)
        constraints = (
            models.UniqueConstraint(
                fields=("student", "version"), name="guidance_report_version_unique"
            ),
        )

    def __str__(self) -> str:
        return f"{self.student_id} v{self.version}"


class ReportSetting(models.Model):
    """Whether the student's staff see what rests on assessments and grades too."""

    student = models.OneToOneField(
        StudentProfile, on_delete=models.CASCADE, related_name="report_setting"
    )
    share_assessments = models.BooleanField(_("assessments for the counsellor"), default=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("setting of reports")
        verbose_name_plural = _("settings of reports")

    def __str__(self) -> str:
        return f"{self.student_id}"


class RewordedClaim(models.Model):
    """Another wording of one sentence that the student kept; shown only while the report still
    says ``before``, and always marked as made by a machine."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="rewordings")
    claim = models.CharField(max_length=160)
    language = models.CharField(max_length=10)
    before = models.TextField()
    after = models.TextField()
    model = models.CharField(max_length=120)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("reworded sentence")
        verbose_name_plural = _("reworded sentences")
        constraints = (
            models.UniqueConstraint(
                fields=("report", "claim", "language"), name="reworded_claim_unique"
            ),
        )

    def __str__(self) -> str:
        return f"{self.report_id} {self.claim}"

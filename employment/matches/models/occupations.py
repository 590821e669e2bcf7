from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.matches.enums import CodedBy
from employment.postings.models import Posting
from employment.students.models import StudentProfile


class CoderVersion(models.Model):
    """What ships under ``packaged``, taught by the corrections up to ``corrections_to``."""

    packaged = models.CharField(max_length=40)
    corrections_to = models.PositiveBigIntegerField(default=0)
    corrections = models.PositiveIntegerField(default=0)
    figures = models.JSONField(default=dict)
    active = models.BooleanField(default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("version of the occupation coder")
        verbose_name_plural = _("versions of the occupation coder")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("active",), condition=Q(active=True), name="coder_version_one_active"
            ),
        )

    def __str__(self) -> str:
        return f"{self.packaged}+{self.corrections}"


class OccupationCodingQuerySet(models.QuerySet["OccupationCoding"]):
    def visible_to(self, actor: Actor) -> Self:
        """An office's own: postings for its university, titles its students want."""
        if actor.role == Role.PLATFORM_ADMIN:
            return self
        if actor.role in OFFICE_ROLES and actor.university_id:
            own = Q(posting__audience_id=actor.university_id)
            return self.filter(own | Q(student__university_id=actor.university_id))
        return self.none()

    def by_machine(self) -> Self:
        return self.filter(coded_by=CodedBy.MACHINE)


class OccupationCoding(models.Model):
    """The occupation of a posting, or of a title a student wants, and who set it.

    ``occupation`` is empty where the coder abstains. ``proposals``: its best codes with their
    confidence, best first. ``confidence`` is the chance that the first one is right.
    """

    posting = models.OneToOneField(
        Posting, null=True, blank=True, on_delete=models.CASCADE, related_name="coding"
    )
    student = models.ForeignKey(
        StudentProfile, null=True, blank=True, on_delete=models.CASCADE, related_name="codings"
    )
    title = models.CharField(_("title"), max_length=120)
    occupation = models.ForeignKey(
        "taxonomy.Occupation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    confidence = models.FloatField(_("confidence"), default=0)
    coded_by = models.CharField(_("set by"), max_length=7, choices=CodedBy, default=CodedBy.MACHINE)
    coder = models.CharField(_("version"), max_length=60)
    proposals = models.JSONField(default=list)
    coded_at = models.DateTimeField(auto_now_add=True)

    objects = OccupationCodingQuerySet.as_manager()

    class Meta:
        verbose_name = _("occupation code")
        verbose_name_plural = _("occupation codes")
        ordering = ("confidence", "-pk")
        indexes = (models.Index(fields=("coded_by", "confidence"), name="coding_uncertain"),)
        constraints = (
            models.UniqueConstraint(fields=("student", "title"), name="coding_student_title"),
            models.CheckConstraint(
                condition=Q(posting__isnull=True) ^ Q(student__isnull=True),
                name="coding_of_posting_or_student",
            ),
        )

    def __str__(self) -> str:
        return self.title


class OccupationCorrection(models.Model):
    """A person's word on a code: what it was, what it is. A correction taken back teaches no more.

    ``old_code`` is empty where the coder had abstained.
    """

    coding = models.ForeignKey(
        OccupationCoding, on_delete=models.CASCADE, related_name="corrections"
    )
    title = models.CharField(max_length=120)
    old_code = models.CharField(max_length=10, blank=True)
    old_confidence = models.FloatField(default=0)
    old_by = models.CharField(max_length=7, choices=CodedBy, default=CodedBy.MACHINE)
    new_code = models.CharField(max_length=10)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("correction of an occupation code")
        verbose_name_plural = _("corrections of occupation codes")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.title}: {self.old_code} → {self.new_code}"

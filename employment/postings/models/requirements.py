from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.postings.enums import PostingState, RequirementOrigin
from employment.postings.models.postings import Posting


class RequirementKind(models.TextChoices):
    """Slugs equal ``matching.types.RequirementKind``."""

    DEGREE = "degree", _("Degree")
    MAJOR = "major", _("Major")
    SKILL = "skill", _("Skill")
    EXPERIENCE = "experience", _("Experience")
    CERTIFICATE = "certificate", _("Certificate")
    LANGUAGE = "language", _("Language")
    COHORT = "cohort", _("Graduation year")


class RequirementStrength(models.TextChoices):
    """Slugs equal ``matching.types.Strength``."""

    MUST = "must", _("Required")
    PREFERRED = "preferred", _("Preferred")


class PostingRequirement(models.Model):
    """One condition of a posting; fields as in ``matching.types.Requirement``."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="requirements")
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(_("kind"), max_length=12, choices=RequirementKind)
    strength = models.CharField(_("strength"), max_length=10, choices=RequirementStrength)
    label = models.CharField(_("requirement"), max_length=200)
    codes = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    minimum = models.FloatField(_("minimum"), null=True, blank=True)
    related = models.BooleanField(_("related majors accepted"), default=False)
    hard = models.BooleanField(_("excludes those who lack it"), default=False)
    sentence = models.TextField(_("sentence"), blank=True)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    origin = models.CharField(
        max_length=8, choices=RequirementOrigin, default=RequirementOrigin.TEXT
    )

    class Meta:
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")
        ordering = ("position", "id")
        indexes = (models.Index(fields=("kind", "label"), name="requirement_kind_label"),)

    def __str__(self) -> str:
        return self.label


class PostingStateChange(models.Model):
    """A step in a posting's life: who, when, from where to where, and why."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="state_changes")
    from_state = models.CharField(max_length=10, choices=PostingState, blank=True)
    to_state = models.CharField(max_length=10, choices=PostingState)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.TextField(blank=True, max_length=1000)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("state change")
        verbose_name_plural = _("state changes")
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.posting_id} {self.from_state}→{self.to_state}"

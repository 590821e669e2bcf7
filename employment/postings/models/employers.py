from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.postings.enums import BLOCKED_STATES, CompanySize, Ownership, VerificationState
from employment.postings.models.querysets import EmployerQuerySet


class Employer(models.Model):
    """An employer's public face and whether somebody has verified that it exists."""

    organisation = models.OneToOneField(
        "accounts.Organisation", on_delete=models.CASCADE, related_name="employer"
    )
    industry = models.ForeignKey(
        "taxonomy.Industry", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    region = models.ForeignKey(
        "taxonomy.Region", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    size = models.CharField(_("size"), max_length=12, choices=CompanySize, blank=True)
    ownership = models.CharField(_("ownership"), max_length=10, choices=Ownership, blank=True)
    intro = models.TextField(_("introduction"), blank=True, max_length=4000)
    website = models.URLField(_("website"), blank=True)
    state = models.CharField(
        max_length=10, choices=VerificationState, default=VerificationState.PENDING
    )
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, blank=True)
    state_since = models.DateTimeField(default=timezone.now, db_default=Now())

    objects = EmployerQuerySet.as_manager()

    class Meta:
        verbose_name = _("employer")
        verbose_name_plural = _("employers")
        ordering = ("organisation__name",)

    def __str__(self) -> str:
        return str(self.organisation)

    @property
    def may_post(self) -> bool:
        return self.state not in BLOCKED_STATES

    @property
    def is_verified(self) -> bool:
        return self.state == VerificationState.VERIFIED


class EmployerStateChange(models.Model):
    """A step of an employer's verification: who, when, from where to where, and why."""

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="state_changes")
    from_state = models.CharField(max_length=10, choices=VerificationState, blank=True)
    to_state = models.CharField(max_length=10, choices=VerificationState)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.TextField(blank=True, max_length=1000)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("verification step")
        verbose_name_plural = _("verification steps")
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.employer_id} {self.from_state}→{self.to_state}"

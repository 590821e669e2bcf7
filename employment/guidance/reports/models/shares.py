import datetime as dt
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.guidance.reports.models.reports import Report


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    def live(self, now: dt.datetime) -> Self:
        return self.filter(revoked_at__isnull=True, expires_at__gt=now)


class ShareLink(models.Model):
    """A report for whoever holds the link, until it ends or is taken back.

    Only the hash of the token is kept: nobody can read links from the database.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    with_name = models.BooleanField(_("with my name"), default=False)
    with_assessments = models.BooleanField(_("with assessments and grades"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("ends"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    views = models.PositiveIntegerField(_("times opened"), default=0)
    last_viewed_at = models.DateTimeField(null=True, blank=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a report")
        verbose_name_plural = _("links to reports")
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def is_live(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()

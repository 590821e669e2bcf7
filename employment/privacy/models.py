from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.privacy.enums import Purpose


class ConsentQuerySet(models.QuerySet["Consent"]):
    def in_force(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


class Consent(models.Model):
    """An agreement to one purpose. A withdrawal closes the row; agreeing again opens a new one."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents"
    )
    purpose = models.CharField(max_length=20, choices=Purpose)
    text_version = models.CharField(max_length=20)
    granted_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ("-granted_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("user", "purpose"),
                condition=models.Q(withdrawn_at__isnull=True),
                name="consent_one_in_force",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.purpose}"

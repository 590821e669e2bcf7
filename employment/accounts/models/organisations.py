from typing import Self

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from employment.accounts.enums import OrganisationKind


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def universities(self) -> Self:
        return self.filter(kind=OrganisationKind.UNIVERSITY)

    def colleges_of(self, university_id: int) -> Self:
        return self.filter(kind=OrganisationKind.COLLEGE, parent_id=university_id)

    def employers(self) -> Self:
        return self.filter(kind=OrganisationKind.EMPLOYER)


class Organisation(models.Model):
    """A body that people act for; a college's parent is its university."""

    kind = models.CharField(_("kind"), max_length=12, choices=OrganisationKind)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    credit_code = models.CharField(_("unified social credit code"), max_length=18, blank=True)
    region_code = models.CharField(_("region code"), max_length=6, blank=True)
    is_vocational = models.BooleanField(_("vocational"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("credit_code",),
                condition=~models.Q(credit_code=""),
                name="organisation_credit_code_unique",
                violation_error_message=_("An organisation with this credit code exists."),
            ),
            models.UniqueConstraint(
                fields=("kind", "name", "parent"),
                nulls_distinct=False,
                name="organisation_name_unique",
                violation_error_message=_("An organisation with this name exists."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind=OrganisationKind.COLLEGE, parent__isnull=False)
                | (~models.Q(kind=OrganisationKind.COLLEGE) & models.Q(parent__isnull=True)),
                name="organisation_only_colleges_have_parents",
            ),
        )

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        english = (get_language() or "").startswith("en") and self.name_en
        return self.name_en if english else self.name

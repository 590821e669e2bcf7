import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models.functions import Coalesce

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, UNIVERSITY_STAFF, Role
from employment.postings.enums import PostingState, VerificationState

if TYPE_CHECKING:
    from employment.postings.models.employers import Employer  # noqa: F401 -- the row's type
    from employment.postings.models.postings import Posting  # noqa: F401 -- the row's type

EMPTY_GROUPS = re.compile(r"(-00)+$")


class LiteralQuery(SearchQuery):
    """A finished ``tsquery`` literal, kept away from PostgreSQL's own parser."""

    template = "(%(expressions)s)::tsquery"


class PostingQuerySet(models.QuerySet["Posting"]):
    def published(self) -> Self:
        return self.filter(state=PostingState.PUBLISHED)

    def open(self, today: dt.date) -> Self:
        """Published and not past the deadline: what students may be shown and matched with."""
        return self.published().filter(
            models.Q(deadline__isnull=True) | models.Q(deadline__gte=today)
        )

    def for_audience(self, university_id: int | None) -> Self:
        return self.filter(models.Q(audience__isnull=True) | models.Q(audience_id=university_id))

    def visible_to(self, actor: Actor) -> Self:
        if actor.role == Role.RECRUITER:
            return self.filter(employer__organisation_id=actor.employer_id)
        if actor.role == Role.PLATFORM_ADMIN:
            return self
        if actor.role == Role.STUDENT:
            return self.published().for_audience(actor.university_id)
        if actor.role in UNIVERSITY_STAFF and actor.university_id:
            return self.filter(
                models.Q(audience_id=actor.university_id)
                | models.Q(audience__isnull=True, state=PostingState.PUBLISHED)
            )
        if actor.role in (Role.GOVERNMENT, Role.SOCIAL):
            return self.published().filter(audience__isnull=True)
        return self.none()

    def readable_by(self, actor: Actor) -> Self:
        """What is visible, and for students what they applied for, whatever became of it."""
        if actor.role != Role.STUDENT:
            return self.visible_to(actor)
        shown = models.Q(state=PostingState.PUBLISHED) & (
            models.Q(audience__isnull=True) | models.Q(audience_id=actor.university_id)
        )
        applied = self.model._default_manager.filter(applications__student__user=actor.user_id)
        return self.filter(shown | models.Q(pk__in=applied.values("pk")))

    def editable_by(self, actor: Actor) -> Self:
        """Rows whose text and state the actor may change (the state decides what exactly)."""
        if actor.role == Role.RECRUITER:
            return self.filter(employer__organisation_id=actor.employer_id)
        if actor.role in OFFICE_ROLES and actor.university_id:
            return self.filter(audience_id=actor.university_id)
        if actor.role == Role.PLATFORM_ADMIN:
            return self
        return self.none()

    def with_list_data(self) -> Self:
        return (
            self.select_related("employer__organisation", "occupation")
            .prefetch_related("regions")
            .defer("search", "ranking", "duties", "tags")
        )

    def with_detail_data(self) -> Self:
        related = ("organisation", "industry", "region")
        return (
            self.select_related(
                *[f"employer__{name}" for name in related], "occupation", "industry", "audience"
            )
            .prefetch_related("regions", "requirements")
            .defer("search", "ranking")
        )

    def in_region(self, code: str) -> Self:
        """In the region or any place inside it."""
        places = self.model.regions.through.objects.filter(region__code__startswith=_stem(code))
        return self.filter(pk__in=places.values("posting_id"))

    def in_occupation(self, code: str) -> Self:
        """Of the occupation or any inside the group."""
        return self.filter(occupation__code__startswith=EMPTY_GROUPS.sub("", code))

    def in_industry(self, code: str) -> Self:
        return self.filter(models.Q(industry_id=code) | models.Q(industry__parent_id=code))

    def open_to_degree(self, rank: int) -> Self:
        return self.filter(models.Q(degree_floor__isnull=True) | models.Q(degree_floor__lte=rank))

    def open_to_experience(self, years: Decimal) -> Self:
        return self.filter(
            models.Q(experience_min__isnull=True) | models.Q(experience_min__lte=years)
        )

    def open_to_fresh(self) -> Self:
        no_years = models.Q(experience_min__isnull=True) | models.Q(experience_min=0)
        return self.filter(models.Q(fresh_only=True) | no_years).exclude(fresh_only=False)

    def paying(self, monthly: int) -> Self:
        return self.annotate(_top=Coalesce("pay_max", "pay_min")).filter(_top__gte=monthly)

    def due_by(self, day: dt.date) -> Self:
        return self.filter(deadline__lte=day)

    def overdue(self, today: dt.date) -> Self:
        return self.published().filter(deadline__lt=today)

    def of_verified_employers(self) -> Self:
        return self.filter(employer__state=VerificationState.VERIFIED)


def _stem(code: str) -> str:
    """The digits that the codes of all places inside a region begin with."""
    return code[:2] if code[2:] == "0000" else code[:4] if code[4:] == "00" else code


class EmployerQuerySet(models.QuerySet["Employer"]):
    def pending(self) -> Self:
        return self.filter(state=VerificationState.PENDING)

    def registered(self) -> Self:
        """Employers with somebody who can sign in, unlike those that came with imported rows."""
        return self.filter(
            pk__in=self.model._default_manager.filter(
                organisation__memberships__is_active=True
            ).values("pk")
        )

    def visible_to(self, actor: Actor) -> Self:
        """Staff see every employer, recruiters their own."""
        if actor.role in UNIVERSITY_STAFF or actor.role == Role.PLATFORM_ADMIN:
            return self
        return self.editable_by(actor)

    def editable_by(self, actor: Actor) -> Self:
        if actor.role == Role.RECRUITER:
            return self.filter(organisation_id=actor.employer_id)
        return self if actor.role == Role.PLATFORM_ADMIN else self.none()

    def verifiable_by(self, actor: Actor) -> Self:
        is_office = actor.role in OFFICE_ROLES and actor.university_id is not None
        return self if is_office or actor.role == Role.PLATFORM_ADMIN else self.none()

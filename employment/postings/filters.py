"""URL filters of the posting lists, the same for pages and API."""

import datetime as dt
from decimal import Decimal
from typing import Any

import django_filters
from django import forms
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.common.search_ids import AnyOf, RowsByIds
from employment.postings.models import Posting
from employment.postings.models.querysets import PostingQuerySet
from employment.postings.selectors import Found, search_postings, sort_postings
from employment.students.enums import Degree, JobType
from employment.taxonomy.fields import PickField
from employment.taxonomy.models import Industry, Occupation, Region

ANY = pgettext_lazy("filter", "Any")
WITHIN = (("7", _("Within 7 days")), ("14", _("Within 14 days")), ("30", _("Within 30 days")))
EXPERIENCES = (
    ("0", _("None needed")),
    ("1", _("Up to 1 year")),
    ("3", _("Up to 3 years")),
    ("5", _("Up to 5 years")),
)


class FlagField(forms.BooleanField):
    """Set or not asked for. ``choices`` is what the chip of an active filter shows."""

    widget = forms.CheckboxInput
    choices = (("on", _("yes")), ("true", _("yes")), ("1", _("yes")))


class FlagFilter(django_filters.BooleanFilter):  # type: ignore[misc]
    field_class = FlagField


class PickFilter(django_filters.Filter):  # type: ignore[misc]
    field_class = PickField


class PostingFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Empty parameters and unreadable ones do not filter; the form says what was unreadable."""

    q = django_filters.CharFilter(label=_("Search"), max_length=100)
    region = PickFilter(
        label=_("Place"),
        method="filter_region",
        entries=Region.objects.all(),
        source="taxonomy:regions",
    )
    kind = django_filters.ChoiceFilter(label=_("Kind of work"), choices=JobType, empty_label=ANY)
    degree = django_filters.ChoiceFilter(
        label=_("My degree"), choices=Degree, empty_label=ANY, method="filter_degree"
    )
    pay_min = django_filters.NumberFilter(
        label=_("Monthly pay from"), method="filter_pay", min_value=0, max_value=1_000_000
    )
    experience = django_filters.ChoiceFilter(
        label=_("Experience"), choices=EXPERIENCES, empty_label=ANY, method="filter_experience"
    )
    occupation = PickFilter(
        label=_("Occupation"),
        method="filter_occupation",
        entries=Occupation.objects.all(),
        source="taxonomy:occupations",
    )
    industry = PickFilter(
        label=_("Industry"),
        method="filter_industry",
        entries=Industry.objects.all(),
        source="taxonomy:industries",
    )
    seats = django_filters.NumberFilter(
        label=_("Seats from"), field_name="seats", lookup_expr="gte", min_value=1, max_value=100_000
    )
    deadline = django_filters.ChoiceFilter(
        label=_("Deadline"), choices=WITHIN, empty_label=ANY, method="filter_deadline"
    )
    fresh = FlagFilter(label=_("For fresh graduates"), method="filter_fresh")
    verified = FlagFilter(label=_("Verified employers"), method="filter_verified")
    source = django_filters.CharFilter(label=_("Source"), field_name="source", max_length=60)

    class Meta:
        model = Posting
        fields: tuple[str, ...] = ()

    found: Found | None = None

    def filter_queryset(self, queryset: PostingQuerySet) -> PostingQuerySet:
        """The text comes last: it is searched for among what the other filters leave."""
        values = dict(self.form.cleaned_data)
        text = values.pop("q", "")
        for name, value in values.items():
            queryset = self.filters[name].filter(queryset, value)
        if not text:
            return queryset
        self.found = search_postings(queryset, text)
        return queryset.filter(AnyOf(F("pk"), self.found.ids))

    def sorted(self, sort: str) -> "PostingQuerySet | RowsByIds[Posting]":
        """The rows in one of the orders of ``SORTS``, with what a list of postings shows."""
        return sort_postings(self.qs.with_list_data(), sort, found=self.found)

    def filter_region(
        self, postings: PostingQuerySet, name: str, value: Region | None
    ) -> PostingQuerySet:
        return postings.in_region(value.code) if value else postings

    def filter_occupation(
        self, postings: PostingQuerySet, name: str, value: Occupation | None
    ) -> PostingQuerySet:
        return postings.in_occupation(value.code) if value else postings

    def filter_industry(
        self, postings: PostingQuerySet, name: str, value: Industry | None
    ) -> PostingQuerySet:
        return postings.in_industry(value.code) if value else postings

    def filter_degree(self, postings: PostingQuerySet, name: str, value: str) -> PostingQuerySet:
        return postings.open_to_degree(int(value))

    def filter_pay(self, postings: PostingQuerySet, name: str, value: Any) -> PostingQuerySet:
        return postings.paying(int(value))

    def filter_experience(
        self, postings: PostingQuerySet, name: str, value: str
    ) -> PostingQuerySet:
        return postings.open_to_experience(Decimal(value))

    def filter_deadline(self, postings: PostingQuerySet, name: str, value: str) -> PostingQuerySet:
        return postings.due_by(timezone.localdate() + dt.timedelta(days=int(value)))

    def filter_fresh(self, postings: PostingQuerySet, name: str, value: bool) -> PostingQuerySet:
        return postings.open_to_fresh() if value else postings

    def filter_verified(self, postings: PostingQuerySet, name: str, value: bool) -> PostingQuerySet:
        return postings.of_verified_employers() if value else postings

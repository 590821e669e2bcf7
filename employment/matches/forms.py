from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.common.widgets import PickerInput
from employment.matches.enums import Band, DislikeReason
from employment.matches.selectors import MatchFilter
from employment.students.enums import JobType
from employment.taxonomy.models import Region
from matching.balancing import DEFAULT_STRENGTH

ANY = pgettext_lazy("filter", "Any")


class MatchFilterForm(forms.Form):
    """The list's filters, all from the URL; what does not fit is left out."""

    q = forms.CharField(label=_("Title or employer"), required=False, max_length=60)
    band = forms.ChoiceField(
        label=_("Fit"),
        required=False,
        choices=[("", ANY), *Band.choices],
        widget=forms.HiddenInput,
    )
    region = forms.CharField(
        label=_("Place"),
        required=False,
        max_length=40,
        widget=PickerInput(source="taxonomy:regions"),
    )
    kind = forms.ChoiceField(
        label=_("Kind of work"), required=False, choices=[("", ANY), *JobType.choices]
    )
    pay_min = forms.IntegerField(
        label=_("Monthly pay at least"), required=False, min_value=0, max_value=200_000
    )
    saved = forms.BooleanField(label=_("Saved only"), required=False)
    sort = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)

    def wanted(self) -> MatchFilter:
        self.full_clean()
        values: dict[str, Any] = getattr(self, "cleaned_data", {})
        return MatchFilter(
            text=values.get("q", ""),
            band=values.get("band", ""),
            region=region_code(values.get("region", "")),
            kind=values.get("kind", ""),
            pay_min=values.get("pay_min"),
            saved=values.get("saved", False),
            sort=values.get("sort", ""),
        )


def region_code(name: str) -> str:
    """The code of a written place; an unknown place gives a code that nothing has."""
    if not name:
        return ""
    written = (
        Q(name=name) | Q(short_name=name) | Q(aliases__contains=[name]) | Q(name_en__iexact=name)
    )
    row = Region.objects.filter(written).order_by("code").first()
    return row.code if row else "unknown"


class DislikeForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why?"),
        required=False,
        choices=[("", _("No reason given")), *DislikeReason.choices],
    )


class BalancingForm(forms.Form):
    """How strongly a university's lists are spread over postings."""

    strength = forms.TypedChoiceField(
        label=_("Spread of the lists"),
        coerce=float,
        choices=[
            (0.0, pgettext_lazy("balancing", "Off: by each student's own score alone")),
            (0.1, pgettext_lazy("balancing", "Light")),
            (DEFAULT_STRENGTH, pgettext_lazy("balancing", "Standard")),
            (0.5, pgettext_lazy("balancing", "Strong")),
        ],
    )

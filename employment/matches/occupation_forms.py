from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.matches.occupation_queue import QueueFilter
from employment.taxonomy.fields import PickField
from employment.taxonomy.models import Occupation


class QueueForm(forms.Form):
    """The queue's filters, all from the URL; what does not fit is left out."""

    q = forms.CharField(label=_("Title"), required=False, max_length=60)
    state = forms.ChoiceField(
        label=_("Set by"),
        required=False,
        choices=[
            ("", _("Machine, to check")),
            ("unsure", _("Machine, no code kept")),
            ("person", pgettext_lazy("set by", "Person")),
        ],
    )
    kind = forms.ChoiceField(
        label=_("Where"),
        required=False,
        choices=[
            ("", pgettext_lazy("filter", "Any")),
            ("posting", _("Postings")),
            ("intention", _("Students' intentions")),
        ],
    )
    sort = forms.ChoiceField(
        label=_("Sort by"),
        required=False,
        choices=[
            ("", _("Unsure and widely shown")),
            ("confidence", _("Confidence")),
            ("newest", _("Newest")),
        ],
    )

    def wanted(self) -> QueueFilter:
        self.full_clean()
        values: dict[str, Any] = getattr(self, "cleaned_data", {})
        return QueueFilter(
            text=values.get("q", ""),
            state=values.get("state") or "open",
            kind=values.get("kind", ""),
            sort=values.get("sort", ""),
        )


class CodeForm(forms.Form):
    """A code by button or a name by typing."""

    code = PickField(
        label=_("Occupation"), entries=Occupation.objects.all(), source="taxonomy:occupations"
    )


class AcceptForm(forms.Form):
    codings = forms.MultipleChoiceField()

    def __init__(self, data: Any, *, rows: Any) -> None:
        super().__init__(data)
        self.fields["codings"] = forms.ModelMultipleChoiceField(queryset=rows)

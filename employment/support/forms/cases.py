from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.support.selectors.caseload import CaseState


class CaseFilterForm(forms.Form):
    """Filters of the caseload, all from the URL; what does not fit is left out."""

    sort = ""
    q = forms.CharField(label=_("Name, student number or major"), required=False, max_length=60)
    state = forms.ChoiceField(
        label=_("Contact"),
        required=False,
        choices=[("", pgettext_lazy("filter", "Any")), *CaseState.choices],
    )
    whose = forms.CharField(required=False, max_length=4, widget=forms.HiddenInput)

    def wanted(self) -> dict[str, str]:
        self.full_clean()
        values = getattr(self, "cleaned_data", {})
        return {"text": values.get("q", ""), "state": values.get("state", "")}

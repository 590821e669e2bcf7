from django import forms
from django.utils.translation import gettext_lazy as _

from employment.taxonomy.fields import PickField
from employment.taxonomy.models import Occupation


class AnswerForm(forms.Form):
    """``ms``: time on the question by the browser; ``shown`` (when the server sent it) else."""

    item = forms.CharField(max_length=80)
    value = forms.IntegerField(min_value=1, max_value=5)
    ms = forms.IntegerField(min_value=0, required=False)
    shown = forms.IntegerField(min_value=0, required=False)
    evidence = forms.CharField(max_length=300, required=False)


class TargetForm(forms.Form):
    occupation = PickField(
        label=_("Target occupation"),
        entries=Occupation.objects.all(),
        source="taxonomy:occupations",
        required=False,
        help_text=_("Skills its postings ask for are added to the list."),
    )

    def code(self) -> str:
        chosen = self.cleaned_data.get("occupation")
        return chosen.code if chosen else ""

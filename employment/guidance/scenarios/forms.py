from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from employment.guidance.scenarios.enums import Competency, Topic


class CatalogueForm(forms.Form):
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    competency = forms.ChoiceField(label=_("Competency"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("topic", Topic.choices), ("competency", Competency.choices)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- for the type checker
            field.choices = [("", _("All")), *choices]

    def wanted(self) -> dict[str, str]:
        """The valid filters; an invalid one is none."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class StepForm(forms.Form):
    node = forms.SlugField(max_length=40)
    choice = forms.SlugField(max_length=40, required=False)
    words = forms.CharField(required=False, max_length=2000, strip=True)

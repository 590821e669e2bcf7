from django import forms
from django.utils.translation import gettext_lazy as _

from employment.applications.enums import ApplicationAction


class ApplyForm(forms.Form):
    message = forms.CharField(
        label=_("Message to the employer"),
        help_text=_("Two or three sentences: why this work, and what you have done that fits."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class StepForm(forms.Form):
    action = forms.ChoiceField(choices=ApplicationAction.choices)
    note = forms.CharField(required=False, max_length=1000)

    def chosen(self) -> ApplicationAction:
        return ApplicationAction(self.cleaned_data["action"])

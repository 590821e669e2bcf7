from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from employment.applications import attachments
from employment.applications.enums import ApplicationAction
from employment.students.models import StudentProfile


class ApplyForm(forms.Form):
    message = forms.CharField(
        label=_("Message to the employer"),
        help_text=_("Two or three sentences: why this work, and what you have done that fits."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    attachment = forms.ChoiceField(
        label=_("Attach"),
        help_text=_("As it is now; later changes do not reach this application."),
        required=False,
    )

    def __init__(self, *args: Any, student: StudentProfile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = attachments.choices(student)
        field = self.fields["attachment"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- for the type checker
        field.choices = [("", _("Nothing")), *offered]
        if not offered:
            del self.fields["attachment"]


class StepForm(forms.Form):
    action = forms.ChoiceField(choices=ApplicationAction.choices)
    note = forms.CharField(required=False, max_length=1000)

    def chosen(self) -> ApplicationAction:
        return ApplicationAction(self.cleaned_data["action"])

from django import forms
from django.utils.translation import gettext_lazy as _

from employment.support.enums import AppointmentAction, TaskOwner, Visibility
from employment.support.forms.booking import DATE


class StepForm(forms.Form):
    action = forms.ChoiceField(choices=AppointmentAction.choices)
    note = forms.CharField(required=False, max_length=500)


class OutcomeForm(forms.Form):
    outcome = forms.CharField(
        label=_("Outcome, for the student to read"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Note"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    visibility = forms.ChoiceField(
        label=_("Who may read it"), choices=Visibility.choices, initial=Visibility.STAFF
    )


class FollowUpForm(forms.Form):
    title = forms.CharField(label=_("Task"), max_length=160)
    due = forms.DateField(label=_("Due"), widget=DATE)
    owner = forms.ChoiceField(label=_("Who does it"), choices=TaskOwner.choices)

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from employment.guidance.plans.enums import DismissReason, Mark
from employment.guidance.plans.models import Goal, PlanSettings, Task
from employment.students.models import StudentProfile


def date_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class TaskForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Task
        fields = ("title", "due", "goal", "notes")
        labels = {"goal": _("Goal")}
        widgets = {"due": date_input(), "notes": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, student: StudentProfile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goal = self.fields["goal"]
        assert isinstance(goal, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        goal.queryset = Goal.objects.filter(student=student)
        goal.empty_label = _("No goal")


class SuggestionForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Task
        fields = ("title", "due", "notes")
        widgets = {"due": date_input(), "notes": forms.Textarea(attrs={"rows": 3})}


class GoalForm(forms.Form):
    title = forms.CharField(label=_("Goal"), max_length=120)
    due = forms.DateField(label=_("Until"), required=False, widget=date_input())


class SnoozeForm(forms.Form):
    until = forms.DateField(label=_("Until"), widget=date_input())


class MarkForm(forms.Form):
    """An empty mark takes it back."""

    mark = forms.ChoiceField(choices=[("", ""), *Mark.choices], required=False)


class DismissForm(forms.Form):
    reason = forms.ChoiceField(label=_("Why"), choices=DismissReason.choices)


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = PlanSettings
        fields = ("graduation_month", "delayed_years", "lead_days", "by_mail")

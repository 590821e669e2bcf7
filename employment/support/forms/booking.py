import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.models import Organisation, User
from employment.support.enums import Topic
from employment.support.models import CounsellingRules, Slot
from employment.support.rules.series import Series
from employment.support.selectors.caseload import counsellors_of

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
TIME = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
LENGTHS = [(n, n) for n in (20, 30, 45, 60, 90)]


class FindForm(forms.Form):
    topic = forms.ChoiceField(
        label=_("Topic"), required=False, choices=[("", _("All")), *Topic.choices]
    )
    free_only = forms.BooleanField(label=_("Only free times"), required=False)

    def wanted(self) -> dict[str, Any]:
        """The valid filters; an invalid one is none."""
        if not self.is_bound:
            return {}
        self.is_valid()
        return {
            "topic": self.cleaned_data.get("topic", ""),
            "free_only": self.cleaned_data.get("free_only", False),
        }


class BookForm(forms.Form):
    topic = forms.ChoiceField(label=_("Topic"), choices=Topic.choices)
    message = forms.CharField(
        label=_("What it is about"),
        help_text=_("Only your counsellor reads it."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, slot: Slot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = slot.topics or Topic.values
        field = self.fields["topic"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- for the type checker
        field.choices = [(value, Topic(value).label) for value in offered]


class PublishForm(forms.Form):
    counsellor = forms.ModelChoiceField(User.objects.none(), label=_("Counsellor"))
    day = forms.DateField(label=_("Date"), widget=DATE)
    begin = forms.TimeField(label=_("From"), widget=TIME, initial=dt.time(14))
    end = forms.TimeField(label=_("To"), widget=TIME, initial=dt.time(17))
    minutes = forms.TypedChoiceField(
        label=_("Minutes each"), choices=LENGTHS, coerce=int, initial=30
    )
    pause = forms.IntegerField(
        label=_("Minutes between"), min_value=0, max_value=60, initial=0, required=False
    )
    until = forms.DateField(
        label=_("Repeat weekly until"),
        required=False,
        widget=DATE,
        help_text=_("Empty: only this day."),
    )
    college = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Offered to"),
        required=False,
        empty_label=_("All students of the university"),
    )
    place = forms.CharField(label=_("Place"), required=False, max_length=120)
    link = forms.URLField(
        label=_("Link to the meeting"), required=False, max_length=300, assume_scheme="https"
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics"),
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: all topics."),
    )
    skip_conflicts = forms.BooleanField(
        label=_("Leave out times at which something else is planned"), required=False
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people, colleges = self.fields["counsellor"], self.fields["college"]
        assert isinstance(people, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        assert isinstance(colleges, forms.ModelChoiceField)  # noqa: S101 -- as above
        people.queryset = counsellors_of(actor)
        people.initial = actor.user_id
        colleges.queryset = Organisation.objects.colleges_of(actor.university_id or 0)
        colleges.initial = actor.college_id

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("place") and not data.get("link"):
            self.add_error("place", _("Say where: a place or a link."))
        if data.get("begin") and data.get("end") and data["begin"] >= data["end"]:
            self.add_error("end", _("The end is before the start."))
        day, until = data.get("day"), data.get("until")
        if day and until and not day <= until <= day + dt.timedelta(days=200):
            self.add_error("until", _("Choose a day within 200 days after the first."))
        return data

    def series(self) -> Series:
        names = ("day", "begin", "end", "minutes", "until")
        values = {name: self.cleaned_data[name] for name in names}
        return Series(**values, pause=self.cleaned_data["pause"] or 0)

    def spans(self) -> Any:
        return self.series().spans(timezone.get_current_timezone())


class CancelForm(forms.Form):
    reason = forms.CharField(max_length=200, required=False)
    series = forms.BooleanField(required=False)


class RulesForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = CounsellingRules
        fields = ("cancel_hours", "no_show_limit", "reminder_hours")

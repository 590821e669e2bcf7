from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.accounts.actors import Actor
from employment.accounts.models import Organisation
from employment.students.enums import Degree, EnrolmentState
from employment.students.selectors import StudentFilter

ANY = pgettext_lazy("filter", "Any")


class StudentFilterForm(forms.Form):
    """Filters of the student list, all from the URL; what does not fit is left out."""

    q = forms.CharField(
        label=_("Name, number, major, skill or wanted work"), required=False, max_length=60
    )
    college = forms.ModelChoiceField(
        label=_("College"), queryset=Organisation.objects.none(), required=False, empty_label=ANY
    )
    cohort = forms.IntegerField(
        label=_("Graduation year"), required=False, min_value=1990, max_value=2100
    )
    degree = forms.TypedChoiceField(
        label=_("Degree"),
        required=False,
        choices=[("", ANY), *Degree.choices],
        coerce=int,
        empty_value=None,
    )
    enrolment = forms.ChoiceField(
        label=_("Enrolment"), required=False, choices=[("", ANY), *EnrolmentState.choices]
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sort = self.data.get("sort", "") if self.is_bound else ""
        if actor.university_id:
            colleges = Organisation.objects.colleges_of(actor.university_id)
            self.fields["college"].queryset = colleges  # type: ignore[attr-defined]

    def wanted(self) -> StudentFilter:
        self.full_clean()
        values: dict[str, Any] = getattr(self, "cleaned_data", {})
        college = values.get("college")
        return StudentFilter(
            text=values.get("q", ""),
            college_id=college.pk if college else None,
            cohort=values.get("cohort"),
            degree=values.get("degree"),
            enrolment=values.get("enrolment", ""),
            sort=self.sort,
        )

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from employment.accounts.actors import Actor
from employment.accounts.enums import OrganisationKind
from employment.accounts.models import Organisation
from employment.students.models import StudentProfile

DAYS = (3, 7, 14, 30, 90)


class ShareForm(forms.Form):
    days = forms.TypedChoiceField(label=_("How long"), coerce=int, initial=7)
    with_name = forms.BooleanField(label=_("With my name"), required=False)
    with_assessments = forms.BooleanField(
        label=_("With what rests on assessments and grades"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["days"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
        field.choices = [(n, ngettext_lazy("%(n)s day", "%(n)s days", n) % {"n": n}) for n in DAYS]


class BatchForm(forms.Form):
    """Which of the actor's students; nothing chosen means all of them."""

    college = forms.ModelChoiceField(
        label=_("College"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("All"),
    )
    cohort = forms.TypedChoiceField(
        label=_("Graduation year"), coerce=int, required=False, empty_value=None
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        students = StudentProfile.objects.visible_to(actor)
        colleges = Organisation.objects.filter(
            kind=OrganisationKind.COLLEGE, parent=actor.university_id or 0
        )
        if actor.college_id:
            colleges = colleges.filter(pk=actor.college_id)
        college, cohort = self.fields["college"], self.fields["cohort"]
        assert isinstance(college, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        assert isinstance(cohort, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
        college.queryset = colleges
        years = students.filter(cohort__isnull=False).order_by("-cohort")
        cohort.choices = [
            ("", _("All")),
            *((y, str(y)) for y in years.values_list("cohort", flat=True).distinct()),
        ]


class RewordForm(forms.Form):
    claim = forms.CharField(max_length=160)


class KeepForm(forms.Form):
    sealed = forms.CharField(max_length=12000)

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.accounts.models import Organisation
from employment.insights.enums import Period
from employment.insights.selectors.scope import Scope, Wanted
from employment.students.enums import Degree

ANY = pgettext_lazy("filter", "Any")


class InsightFilterForm(forms.Form):
    """Filters of the dashboard, all from the URL; what does not fit is left out."""

    cohort = forms.TypedChoiceField(label=_("Graduation year"), required=False, coerce=int)
    college = forms.ModelChoiceField(
        label=_("College"), queryset=Organisation.objects.none(), required=False, empty_label=ANY
    )
    degree = forms.TypedChoiceField(
        label=_("Degree"),
        required=False,
        choices=[("", ANY), *Degree.choices],
        coerce=int,
    )
    period = forms.TypedChoiceField(
        label=_("Period"),
        required=False,
        choices=[(value or "", label) for value, label in Period.choices],
        coerce=int,
    )

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = _cohorts(scope)
        self.fields["cohort"].choices = [("", ANY), *years]  # type: ignore[attr-defined]
        colleges = self._colleges(scope)
        if colleges is None:
            del self.fields["college"]
        else:
            self.fields["college"].queryset = colleges  # type: ignore[attr-defined]

    def _colleges(self, scope: Scope) -> "QuerySet[Organisation] | None":
        university = scope.actor.university_id
        return Organisation.objects.colleges_of(university) if university else None

    def wanted(self) -> Wanted:
        self.full_clean()
        values: dict[str, Any] = getattr(self, "cleaned_data", {})
        college = values.get("college")
        return Wanted(
            cohort=values.get("cohort") or 0,
            college_id=college.pk if college else None,
            degree=values.get("degree") or 0,
            days=values.get("period") or 0,
        )


def _cohorts(scope: Scope) -> list[tuple[int, int]]:
    rows = scope.all_students().order_by("-cohort").values_list("cohort", flat=True).distinct()
    return [(year, year) for year in rows if year]

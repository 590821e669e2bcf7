from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.accounts.models import Organisation
from employment.guidance.pathways.enums import CourseKind
from employment.guidance.pathways.models import Course
from employment.taxonomy.fields import PickField
from employment.taxonomy.models import Occupation, Region, Skill


class OccupationForm(forms.Form):
    """Find an occupation, and the place it is about."""

    occupation = PickField(
        label=_("Occupation"), entries=Occupation.objects.details(), source="taxonomy:occupations"
    )


class RegionForm(forms.Form):
    region = PickField(
        label=_("Region"),
        entries=Region.objects.all(),
        source="taxonomy:regions",
        required=False,
    )

    def chosen(self) -> Region | None:
        """An unknown name is none."""
        return self.cleaned_data["region"] if self.is_valid() else None


class CompareForm(forms.Form):
    first = PickField(
        label=_("One"), entries=Occupation.objects.details(), source="taxonomy:occupations"
    )
    second = PickField(
        label=_("The other"), entries=Occupation.objects.details(), source="taxonomy:occupations"
    )
    region = PickField(
        label=_("Region"), entries=Region.objects.all(), source="taxonomy:regions", required=False
    )


class CreditsForm(forms.Form):
    credits = forms.DecimalField(
        label=_("Credits at most"),
        min_value=1,
        max_value=60,
        decimal_places=1,
        required=False,
    )

    def limit(self, default: float) -> float:
        value = self.cleaned_data["credits"] if self.is_valid() else None
        return float(value) if value else default


class InternshipForm(forms.Form):
    season = forms.ChoiceField(
        label=_("When"),
        required=False,
        choices=[
            ("", _("Any time")),
            ("summer", _("Summer holidays")),
            ("winter", _("Winter holidays")),
            ("term", _("During term")),
        ],
    )
    region = PickField(
        label=_("Region"), entries=Region.objects.all(), source="taxonomy:regions", required=False
    )
    skill = PickField(
        label=_("Skill"), entries=Skill.objects.all(), source="taxonomy:skills", required=False
    )

    def wanted(self) -> dict[str, str]:
        self.is_valid()
        found = {name: self.cleaned_data.get(name) for name in ("region", "skill")}
        codes = {name: row.pk if row else "" for name, row in found.items()}
        return {"season": self.cleaned_data.get("season") or "", **codes}


class CourseForm(forms.ModelForm):  # type: ignore[type-arg]
    skills = PickField(
        label=_("Skills it teaches"),
        entries=Skill.objects.all(),
        source="taxonomy:skills",
        multiple=True,
        required=False,
    )

    class Meta:
        model = Course
        fields = (
            "code",
            "name",
            "name_en",
            "kind",
            "programme",
            "credits",
            "term",
            "prerequisites",
            "skills",
            "is_offered",
        )

    def __init__(self, *args: Any, university: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.university = university
        own = Course.objects.filter(university=university)
        field = self.fields["prerequisites"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 -- for the checker
        field.queryset = own.exclude(pk=self.instance.pk) if self.instance.pk else own
        if self.instance.pk:
            self.initial["skills"] = list(self.instance.skills.all())

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        used = Course.objects.filter(university=self.instance.university, code=code)
        if used.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("This course number is in use."))
        return code

    def clean_credits(self) -> Any:
        value = self.cleaned_data["credits"]
        if value * 2 != int(value * 2):
            raise forms.ValidationError(_("Credits come in halves."))
        return value

    def service_fields(self) -> Mapping[str, Any]:
        apart = ("prerequisites", "skills")
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}


class CourseFilterForm(forms.Form):
    text = forms.CharField(label=_("Course"), required=False, max_length=60)
    kind = forms.ChoiceField(
        label=pgettext_lazy("course", "Kind"),
        required=False,
        choices=[("", _("All")), *CourseKind.choices],
    )


class CourseFileForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "csv or xlsx with the columns course number, name, credits; also kind, "
            "programme, term, prerequisites (numbers) and skills (names)."
        ),
    )

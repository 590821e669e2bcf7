from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import Organisation
from employment.privacy.enums import Purpose
from employment.students.enums import Degree, EnrolmentState, JobType
from employment.students.models import (
    Certificate,
    Education,
    Experience,
    Intention,
    LanguageScore,
    SkillClaim,
    StudentProfile,
)
from employment.taxonomy.fields import PickField
from employment.taxonomy.models import Industry, Major, Occupation, Region, Skill
from employment.taxonomy.selectors import pick_rows

CHOOSE = _("Please choose")
KNOWN_BY_OFFICE = _("From the university; ask the office to correct it.")
CONSENTS = {
    Purpose.MATCHING: _("Match my profile with postings. Without this there are no matches."),
    Purpose.EMPLOYERS: _("Show my profile, without name and contact, to matched employers."),
    Purpose.STATISTICS: _("Use my data in statistics that never show individuals."),
}


def major_field(*, required: bool = False) -> PickField:
    return PickField(
        label=_("Major"),
        entries=Major.objects.all(),
        source="taxonomy:majors",
        required=required,
    )


def titles_field(*, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=_("Intended work"),
        help_text=_("Job titles separated by commas, for example 数据分析师, 护士."),
        required=required,
        max_length=300,
    )


def split_titles(text: str) -> list[str]:
    for mark in "，、；;\n":
        text = text.replace(mark, ",")
    return list(dict.fromkeys(t.strip()[:60] for t in text.split(",") if t.strip()))[:10]


class QuickStartForm(forms.Form):
    """Enough for first matches: university, degree and major."""

    name = forms.CharField(label=_("Name"), max_length=60)
    university = forms.ModelChoiceField(
        label=_("University"), queryset=Organisation.objects.none(), empty_label=CHOOSE
    )
    student_no = forms.CharField(label=_("Student number"), max_length=40, required=False)
    degree = forms.TypedChoiceField(
        label=_("Degree"), choices=[("", CHOOSE), *Degree.choices], coerce=int
    )
    major = major_field(required=True)
    cohort = forms.IntegerField(label=_("Graduation year"), min_value=1990, max_value=2100)
    titles = titles_field()
    regions = PickField(
        label=_("Intended places"),
        entries=Region.objects.all(),
        source="taxonomy:regions",
        multiple=True,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        universities = Organisation.objects.universities().filter(is_active=True)
        self.fields["university"].queryset = universities  # type: ignore[attr-defined]
        for purpose, text in CONSENTS.items():
            self.fields[f"consent_{purpose}"] = forms.BooleanField(label=text, required=False)

    def clean_titles(self) -> list[str]:
        return split_titles(self.cleaned_data["titles"])

    def purposes(self) -> list[Purpose]:
        return [p for p in CONSENTS if self.cleaned_data.get(f"consent_{p}")]

    def profile(self) -> dict[str, Any]:
        return {
            name: self.cleaned_data[name] for name in ("student_no", "degree", "major", "cohort")
        }


class BasicsForm(forms.ModelForm):  # type: ignore[type-arg]
    name = forms.CharField(label=_("Name"), max_length=60)
    major = major_field()

    class Meta:
        model = StudentProfile
        fields = ("degree", "major", "cohort", "gpa", "work_years", "phone", "summary")
        widgets = {"summary": forms.Textarea(attrs={"rows": 4})}

    field_order = ("name", *Meta.fields)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["name"] = self.instance.user.name
        self.initial["major"] = self.instance.major
        if self.instance.enrolment == EnrolmentState.CONFIRMED:
            for name in ("name", "degree", "major", "cohort", "gpa"):
                self.fields[name].disabled = True
                self.fields[name].help_text = _(
                    "From the university; ask the office to correct it."
                )


class IntentionForm(forms.ModelForm):  # type: ignore[type-arg]
    titles = titles_field()
    occupations = PickField(
        label=_("Occupations"),
        entries=Occupation.objects.all(),
        source="taxonomy:occupations",
        multiple=True,
        required=False,
    )
    regions = PickField(
        label=_("Places"),
        entries=Region.objects.all(),
        source="taxonomy:regions",
        multiple=True,
        required=False,
    )
    industries = PickField(
        label=_("Industries"),
        entries=Industry.objects.all(),
        source="taxonomy:industries",
        multiple=True,
        required=False,
    )
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of work"),
        choices=JobType.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Intention
        fields = (
            "titles",
            "occupations",
            "regions",
            "regions_hard",
            "industries",
            "pay_floor",
            "pay_hard",
            "kinds",
            "kinds_hard",
            "further_study",
            "available_from",
        )
        widgets = {"available_from": forms.DateInput(attrs={"type": "date"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["titles"] = ", ".join(self.instance.titles)
            for name in ("occupations", "regions", "industries"):
                self.initial[name] = list(getattr(self.instance, name).all())

    def clean_titles(self) -> list[str]:
        return split_titles(self.cleaned_data["titles"])

    def _post_clean(self) -> None:
        """The service assigns and validates: relations arrive as rows, not as ids."""


class EducationForm(forms.ModelForm):  # type: ignore[type-arg]
    major = major_field()

    class Meta:
        model = Education
        fields = ("school", "degree", "major", "start", "end", "is_minor", "courses")
        widgets = {
            "start": forms.DateInput(attrs={"type": "date"}),
            "end": forms.DateInput(attrs={"type": "date"}),
            "courses": forms.Textarea(attrs={"rows": 3}),
        }


class ExperienceForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Experience
        fields = ("kind", "title", "organisation", "start", "end", "description")
        widgets = {
            "start": forms.DateInput(attrs={"type": "date"}),
            "end": forms.DateInput(attrs={"type": "date"}),
            "description": forms.Textarea(attrs={"rows": 5}),
        }


class NamedSkillForm(forms.ModelForm):  # type: ignore[type-arg]
    """A name that is looked up in the lexicon; an unknown name is kept as written."""

    def save(self, commit: bool = True) -> Any:
        row = super().save(commit=False)
        row.skill = next(iter(pick_rows(Skill.objects.all(), row.name).rows), None)
        if commit:
            row.save()
        return row


class SkillForm(NamedSkillForm):
    class Meta:
        model = SkillClaim
        fields = ("name", "level", "evidence")
        labels = {"level": _("How well"), "evidence": _("What proves it")}
        help_texts = {
            "evidence": _(
                "A course project, an internship task, a contest: what and with what result."
            )
        }


class CertificateForm(NamedSkillForm):
    class Meta:
        model = Certificate
        fields = ("name", "issued")
        widgets = {"issued": forms.DateInput(attrs={"type": "date"})}


class LanguageForm(NamedSkillForm):
    class Meta:
        model = LanguageScore
        fields = ("name", "score")

"""The editor of requirements: one small form a row, its fields by the requirement's kind."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from employment.common.widgets import PickerInput
from employment.postings import references
from employment.postings.models import PostingRequirement
from employment.postings.models.requirements import RequirementKind, RequirementStrength
from employment.postings.services import RequirementEdit
from employment.students.enums import Degree, SkillLevel

LEVELS = [("", _("Any level")), *(choice for choice in SkillLevel.choices if choice[0])]
PICKERS = {
    RequirementKind.SKILL: "taxonomy:skills",
    RequirementKind.CERTIFICATE: "taxonomy:skills",
    RequirementKind.LANGUAGE: "taxonomy:skills",
    RequirementKind.MAJOR: "taxonomy:majors",
}
NAME_LABELS = {
    RequirementKind.MAJOR: _("Majors or classes, any of them"),
    RequirementKind.COHORT: _("Graduation years"),
}
ROW = "row"


class RequirementForm(forms.Form):
    """One row. Which fields it has depends on ``kind``."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=RequirementKind, widget=forms.HiddenInput)
    names = forms.CharField(label=_("Any of these"), required=False, max_length=600)
    strength = forms.ChoiceField(label=_("Strength"), choices=RequirementStrength)
    hard = forms.BooleanField(label=_("Excludes those who lack it"), required=False)
    related = forms.BooleanField(label=_("Related majors accepted"), required=False)
    label = forms.CharField(
        label=_("Shown as"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": _("made from the entries")}),
    )
    sentence = forms.CharField(
        label=_("Sentence in the description"), required=False, max_length=1000
    )

    def __init__(
        self,
        *args: Any,
        requirement_kind: RequirementKind,
        stored_codes: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.requirement_kind = requirement_kind
        self.stored_codes = stored_codes
        self.initial["kind"] = requirement_kind
        self._fit_names()
        self._fit_minimum()
        if requirement_kind != RequirementKind.MAJOR:
            del self.fields["related"]

    @property
    def kind_label(self) -> str:
        return str(self.requirement_kind.label)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        codes, unknown = self._read_names(cleaned.get("names", ""))
        if unknown:
            self.add_error(
                "names",
                ValidationError(
                    _("Not found: %(names)s. Choose from the suggestions."),
                    params={"names": ", ".join(unknown)},
                ),
            )
        cleaned["codes"] = codes
        if not cleaned.get("label"):
            cleaned["label"] = self._made_label(cleaned)
        if not cleaned["label"] and not self.errors:
            raise ValidationError(_("Say what is required, or remove the row."))
        if cleaned.get("hard") and cleaned.get("strength") != RequirementStrength.MUST:
            self.add_error("hard", _("Only something required can exclude."))
        return cleaned

    def edit(self) -> RequirementEdit:
        values = self.cleaned_data
        minimum = values.get("minimum")
        return RequirementEdit(
            id=values["id"],
            kind=values["kind"],
            strength=values["strength"],
            label=values["label"],
            codes=tuple(values["codes"]),
            minimum=float(minimum) if minimum not in (None, "") else None,
            related=values.get("related", False),
            hard=values["hard"],
            sentence=values["sentence"],
        )

    def _read_names(self, text: str) -> tuple[list[str], list[str]]:
        """Untouched names keep the row's codes, of which several may have the same name."""
        stored = references.names_of(self.requirement_kind, self.stored_codes)
        if stored and [name.strip() for name in text.split(",")] == stored:
            return list(self.stored_codes), []
        return references.codes_of(self.requirement_kind, text)

    def _fit_names(self) -> None:
        if self.requirement_kind in (RequirementKind.DEGREE, RequirementKind.EXPERIENCE):
            del self.fields["names"]
            return
        field = self.fields["names"]
        field.label = NAME_LABELS.get(self.requirement_kind, field.label)
        if source := PICKERS.get(self.requirement_kind):
            field.widget = PickerInput(source=source, multiple=True)

    def _fit_minimum(self) -> None:
        match self.requirement_kind:
            case RequirementKind.DEGREE:
                self.fields["minimum"] = forms.TypedChoiceField(
                    label=_("At least"), choices=Degree, coerce=int
                )
            case RequirementKind.EXPERIENCE:
                self.fields["minimum"] = forms.FloatField(
                    label=_("Years at least"), min_value=0, max_value=40
                )
            case RequirementKind.SKILL:
                self.fields["minimum"] = forms.TypedChoiceField(
                    label=_("Level"), choices=LEVELS, coerce=int, required=False, empty_value=None
                )

    def _made_label(self, cleaned: dict[str, Any]) -> str:
        minimum = cleaned.get("minimum")
        return references.label_of(self.requirement_kind, cleaned["codes"], minimum)


class RequirementRows:
    """The rows of one editor page: those of the posting, or those sent back by the browser.

    Every row sends its prefix as ``row``, so rows come and go without a counter.
    """

    def __init__(self, forms: Sequence[RequirementForm]) -> None:
        self.forms = list(forms)

    @classmethod
    def of_posting(cls, requirements: Iterable[PostingRequirement]) -> "RequirementRows":
        return cls([_form_of(requirement) for requirement in requirements])

    @classmethod
    def sent(cls, data: QueryDict, requirements: Iterable[PostingRequirement]) -> "RequirementRows":
        """The rows as sent, to be checked against the stored ones and saved."""
        stored = {str(row.pk): row.codes for row in requirements}
        return cls(
            [
                RequirementForm(
                    data,
                    prefix=prefix,
                    requirement_kind=kind,
                    stored_codes=stored.get(data.get(f"{prefix}-id", ""), ()),
                )
                for prefix, kind in _sent(data)
            ]
        )

    @classmethod
    def redrawn(cls, data: QueryDict, *, without: str) -> "RequirementRows":
        """The rows as sent but not yet checked, for a page that goes on editing."""
        return cls(
            [
                RequirementForm(initial=_typed(data, p), prefix=p, requirement_kind=k)
                for p, k in _sent(data)
                if p != without
            ]
        )

    def add(self, kind: RequirementKind) -> None:
        taken = {form.prefix for form in self.forms}
        number = len(taken)
        while f"n{number}" in taken:
            number += 1
        self.forms.append(RequirementForm(prefix=f"n{number}", requirement_kind=kind))

    def is_valid(self) -> bool:
        """Checks every row, so that all of them show what is wrong."""
        checked = [form.is_valid() for form in self.forms]
        return all(checked)

    def edits(self) -> list[RequirementEdit]:
        return [form.edit() for form in self.forms]


def _sent(data: QueryDict) -> list[tuple[str, RequirementKind]]:
    kinds = [(prefix, data.get(f"{prefix}-kind", "")) for prefix in data.getlist(ROW)]
    return [(prefix, RequirementKind(kind)) for prefix, kind in kinds if kind in RequirementKind]


def _typed(data: QueryDict, prefix: str) -> dict[str, Any]:
    names = (*RequirementForm.base_fields, "minimum")
    return {name: data.get(f"{prefix}-{name}", "") for name in names}


def _form_of(requirement: PostingRequirement) -> RequirementForm:
    kind = RequirementKind(requirement.kind)
    initial = {
        "id": requirement.pk,
        "names": ", ".join(references.names_of(kind, requirement.codes)),
        "strength": requirement.strength,
        "hard": requirement.hard,
        "related": requirement.related,
        "label": requirement.label,
        "sentence": requirement.sentence,
        "minimum": requirement.minimum,
    }
    if kind in (RequirementKind.DEGREE, RequirementKind.SKILL) and requirement.minimum is not None:
        initial["minimum"] = int(requirement.minimum)
    return RequirementForm(initial=initial, prefix=f"r{requirement.pk}", requirement_kind=kind)

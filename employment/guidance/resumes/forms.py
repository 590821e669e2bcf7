from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.guidance.resumes.enums import Language, Operation
from employment.guidance.resumes.models import Resume


class StartForm(forms.Form):
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)
    source = forms.ChoiceField(choices=[("profile", ""), ("empty", "")])


class LanguageForm(forms.Form):
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)

    def chosen(self) -> Language:
        return Language(self.cleaned_data["language"])


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_("docx or PDF with text, at most 5 MB and 10 pages. Read here, not kept."),
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf"}),
        max_length=200,
    )


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Resume
        fields = ("title", "template")
        labels = {"title": pgettext_lazy("resume", "Name of the resume")}


class VersionForm(forms.Form):
    note = forms.CharField(required=False, max_length=120)


class RevisionForm(forms.Form):
    revision = forms.IntegerField(min_value=0)


class PlaceForm(forms.Form):
    """``experience:0:2``: section, entry and line; a part that is not there is -1."""

    place = forms.RegexField(r"^[a-z]+(:\d{1,3}){0,2}$", max_length=40)

    def clean_place(self) -> tuple[str, int, int]:
        section, *numbers = self.cleaned_data["place"].split(":")
        at, line = [*(int(n) for n in numbers), -1, -1][:2]
        return section, at, line


class OperationForm(forms.Form):
    """The button of the editor that was pressed: ``remove:experience:0:2``."""

    op = forms.RegexField(r"^[a-z_]+:[a-z]+(:\d{1,3}){0,2}$", max_length=60, required=False)

    def clean_op(self) -> tuple[Operation, str, int, int] | None:
        if not self.cleaned_data["op"]:
            return None
        name, section, *numbers = self.cleaned_data["op"].split(":")
        if name not in Operation.values:
            raise forms.ValidationError(_("This button is not known."))
        at, line = [*(int(n) for n in numbers), -1, -1][:2]
        return Operation(name), section, at, line


class WordingForm(PlaceForm):
    before = forms.CharField(max_length=600, strip=False)
    after = forms.CharField(max_length=600)


class PairForm(forms.Form):
    """Two states to compare by version number; an empty ``new`` is the draft."""

    old = forms.IntegerField(min_value=1, required=False)
    new = forms.IntegerField(min_value=1, required=False)

    def pair(self) -> dict[str, Any]:
        self.is_valid()
        return {name: self.cleaned_data.get(name) for name in self.fields}

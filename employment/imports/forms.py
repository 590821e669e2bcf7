from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.imports.enums import ImportTarget
from employment.imports.importers import ImportField

FILE_TYPES = ".csv,.tsv,.txt,.xlsx,.jsonl,.ndjson"


class UploadForm(forms.Form):
    target = forms.ChoiceField(label=_("What the rows are"), choices=ImportTarget.choices)
    file = forms.FileField(
        label=_("File"),
        help_text=_("xlsx, csv (UTF-8 or GB18030) or JSON lines; up to 60 MB and 300,000 rows."),
        widget=forms.FileInput(attrs={"accept": FILE_TYPES}),
    )
    source = forms.CharField(
        label=_("Where the rows come from"),
        help_text=_("Shown with each posting, for example the name of the site or the fair."),
        required=False,
        max_length=60,
    )
    draft = forms.BooleanField(
        label=_("Import postings as drafts"),
        help_text=_("Otherwise they are published at once."),
        required=False,
    )


class MappingForm(forms.Form):
    """One choice a field of the importer: which column of the file it is read from."""

    def __init__(
        self,
        *args: Any,
        fields: Sequence[ImportField],
        columns: Sequence[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", pgettext_lazy("column", "Not in the file")), *[(c, c) for c in columns]]
        for item in fields:
            self.fields[item.name] = forms.ChoiceField(
                label=str(item.label), choices=choices, required=item.required
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        used: dict[str, str] = {}
        for name, column in list(cleaned.items()):
            if column and column in used:
                self.add_error(name, _("This column is already used for another field."))
            used[column] = name
        return cleaned

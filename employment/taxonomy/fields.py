"""Reference rows chosen by name in a text box."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from employment.common.widgets import PickerInput
from employment.taxonomy.models import ReferenceEntry
from employment.taxonomy.selectors import pick_rows


class PickField(forms.CharField):
    """Names, or codes, to rows: a list when ``multiple``, else one row or None."""

    def __init__(
        self, *, entries: "QuerySet[Any]", source: str, multiple: bool = False, **kwargs: Any
    ) -> None:
        kwargs.setdefault("widget", PickerInput(source=source, multiple=multiple))
        super().__init__(**kwargs)
        self.entries = entries
        self.multiple = multiple

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        picked = pick_rows(self.entries.all(), text)
        if picked.unknown:
            raise ValidationError(
                _("Not found: %(names)s. Choose from the suggestions."),
                code="unknown",
                params={"names": ", ".join(picked.unknown)},
            )
        if self.multiple:
            return picked.rows
        if len(picked.rows) > 1:
            raise ValidationError(_("Choose one."), code="several")
        return picked.rows[0] if picked.rows else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(", ".join(as_texts(initial)), data)

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else ", ".join(as_texts(value))


def as_texts(value: Any) -> list[str]:
    """A row, several rows, or nothing as text box entries."""
    rows = value if isinstance(value, Iterable) else [value] if value else []
    return [pick_text(row) for row in rows]


def pick_text(row: ReferenceEntry) -> str:
    """How the row is written in a text box in the reader's language."""
    is_english = (get_language() or "").startswith("en")
    return (is_english and row.pick_text_en) or row.pick_text or row.name

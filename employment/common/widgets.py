from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _


class PickerInput(forms.TextInput):
    """Names separated by commas; ``picker.js`` adds suggestions from the URL named ``source``.

    The endpoint answers ``?q=…&limit=20`` with ``{"results": [{"id", "text"}]}``.
    """

    def __init__(self, *, source: str, multiple: bool = False, attrs: dict[str, Any] | None = None):
        super().__init__(attrs)
        self.source = source
        self.multiple = multiple

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-employment-picker": reverse(self.source),
            "data-employment-picker-empty": _("Nothing found"),
            "data-employment-picker-remove": _("Remove"),
            "autocomplete": "off",
        }
        if self.multiple:
            context["widget"]["attrs"]["data-employment-picker-multiple"] = True
        return context

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, list | tuple):
            return ", ".join(str(one) for one in value)
        text: str | None = super().format_value(value)
        return text

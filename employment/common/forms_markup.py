"""How a form control is dressed: classes by kind of widget, help and errors by reference."""

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms import BoundField
from django.utils.translation import gettext as _

KINDS: tuple[tuple[str, tuple[type[forms.Widget], ...]], ...] = (
    ("checkbox", (forms.CheckboxInput,)),
    ("choices", (forms.RadioSelect, forms.CheckboxSelectMultiple)),
    ("file", (forms.FileInput,)),
    ("multi", (forms.SelectMultiple,)),
    ("select", (forms.Select,)),
    ("textarea", (forms.Textarea,)),
    ("date", (forms.DateInput, forms.DateTimeInput, forms.TimeInput)),
)
CLASSES = {
    "checkbox": "form-check-input",
    "choices": "form-check-input",
    "multi": "form-select",
    "select": "form-select",
}


def describe_widget(field: BoundField) -> str:
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    return next((kind for kind, classes in KINDS if isinstance(widget, classes)), "text")


def name_blank_choice(field: BoundField) -> None:
    """Django's dashes for "nothing chosen" become words."""
    widget = field.field.widget
    if describe_widget(field) == "select" and isinstance(widget, forms.Select):
        choices = list(widget.choices)
        if choices[:1] == BLANK_CHOICE_DASH:
            widget.choices = [("", _("Choose…")), *choices[1:]]


def widget_attributes(field: BoundField) -> dict[str, str | bool]:
    kind = describe_widget(field)
    classes = [
        str(field.field.widget.attrs.get("class", "")),
        CLASSES.get(kind, "form-control"),
        "is-invalid" if field.errors else "",
    ]
    attributes: dict[str, str | bool] = {"class": " ".join(filter(None, classes))}
    described = [
        f"{field.auto_id}_help" if field.help_text else "",
        f"{field.auto_id}_error" if field.errors else "",
    ]
    if any(described):
        attributes["aria-describedby"] = " ".join(filter(None, described))
    if field.errors:
        attributes["aria-invalid"] = "true"
    return attributes

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.accounts.actors import Actor
from employment.accounts.models import Organisation
from employment.support.models import Workshop

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class WorkshopForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Workshop
        fields = (
            "title",
            "description",
            "topic",
            "starts_at",
            "ends_at",
            "place",
            "link",
            "capacity",
            "college",
            "materials_link",
        )
        widgets = {
            "starts_at": MOMENT,
            "ends_at": MOMENT,
            "description": forms.Textarea(attrs={"rows": 4}),
        }
        labels = {"title": pgettext_lazy("workshop", "Title"), "college": _("Offered to")}

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["college"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        field.queryset = Organisation.objects.colleges_of(actor.university_id or 0)
        field.empty_label = _("All students of the university")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        start, end = data.get("starts_at"), data.get("ends_at")
        if start and end and start >= end:
            self.add_error("ends_at", _("The end is before the start."))
        if not data.get("place") and not data.get("link"):
            self.add_error("place", _("Say where: a place or a link."))
        return data


class FeedbackForm(forms.Form):
    rating = forms.TypedChoiceField(
        label=_("How useful was it?"), choices=[(n, n) for n in range(5, 0, -1)], coerce=int
    )
    comment = forms.CharField(label=_("Comment (optional)"), required=False, max_length=500)

import datetime as dt
from typing import Any, cast

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.accounts.models import Organisation
from employment.postings import rules, validators
from employment.postings.models import Posting
from employment.postings.services import PostingFields
from employment.taxonomy.fields import PickField
from employment.taxonomy.models import Industry, Occupation, Region

FRESH = (
    ("", _("Not stated")),
    ("true", _("Only fresh graduates")),
    ("false", _("Not for fresh graduates")),
)


class PostingForm(forms.ModelForm):  # type: ignore[type-arg]
    """A posting as people write it. What is left empty is read from the description."""

    occupation = PickField(
        label=_("Occupation"),
        entries=Occupation.objects.all(),
        source="taxonomy:occupations",
        required=False,
        help_text=_("Left empty, it is found from the title."),
    )
    industry = PickField(
        label=_("Industry"),
        entries=Industry.objects.all(),
        source="taxonomy:industries",
        required=False,
    )
    regions = PickField(
        label=_("Places of work"),
        entries=Region.objects.all(),
        source="taxonomy:regions",
        multiple=True,
    )
    fresh_only = forms.TypedChoiceField(
        label=_("Fresh graduates"),
        choices=FRESH,
        required=False,
        coerce=lambda value: value == "true",
        empty_value=None,
    )

    class Meta:
        model = Posting
        fields = (
            "title",
            "kind",
            "description",
            "occupation",
            "industry",
            "regions",
            "pay_min",
            "pay_max",
            "pay_months",
            "pay_negotiable",
            "degree_floor",
            "experience_min",
            "fresh_only",
            "seats",
            "deadline",
        )
        widgets = {
            "description": forms.Textarea(attrs={"rows": 16}),
            "deadline": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "title": _("As it would stand in an advertisement, without slogans."),
            "description": _(
                "Tasks and requirements in separate sections. Requirements are read from this text."
            ),
            "pay_min": _("CNY before tax"),
            "pay_max": _("CNY before tax"),
            "degree_floor": _("Left empty, it is read from the description."),
            "deadline": _("Last day on which students can apply."),
        }

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self._show_rows()
        self._lock_reviewed_fields()

    def clean_deadline(self) -> dt.date | None:
        deadline: dt.date | None = self.cleaned_data["deadline"]
        if deadline != self.initial.get("deadline"):
            validators.check_deadline(deadline, today=timezone.localdate())
        return deadline

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        validators.check_pay(cleaned)
        return cleaned

    def posting_fields(self) -> PostingFields:
        """What the form says, for the services."""
        values = {
            name: value
            for name, value in self.cleaned_data.items()
            if name in self.Meta.fields and not self.fields[name].disabled
        }
        for name in ("occupation", "industry"):
            if name in values:
                row = values.pop(name)
                values[f"{name}_id"] = row.pk if row else None
        if "regions" in values:
            regions = values.pop("regions")
            values["region_codes"] = [region.pk for region in regions]
            if "regions" in self.changed_data:
                values["region_text"] = "、".join(region.name for region in regions)[:200]
        return cast("PostingFields", values)

    def _show_rows(self) -> None:
        """Start from the rows themselves where the model form would start from their keys."""
        for name in ("occupation", "industry"):
            self.initial[name] = getattr(self.instance, name)
        fresh = self.instance.fresh_only
        self.initial["fresh_only"] = "" if fresh is None else str(fresh).lower()

    def _lock_reviewed_fields(self) -> None:
        if self.instance.pk is None:
            return
        for name in rules.locked_fields(self.actor, self.instance, set(self.fields)):
            self.fields[name].disabled = True


class NewPostingForm(PostingForm):
    """With the employer and the students it is for, which do not change later."""

    employer_name = forms.CharField(
        label=_("Employer"),
        max_length=120,
        widget=forms.TextInput(attrs={"list": "employer-options", "autocomplete": "off"}),
        help_text=_("The full registered name. An unknown employer is added, to be verified."),
    )
    audience = forms.ModelChoiceField(
        label=_("Shown to students of"),
        queryset=Organisation.objects.universities().filter(is_active=True),
        required=False,
        empty_label=_("All universities"),
        help_text=_("The university's career office reviews it before it is published."),
    )

    field_order = ("employer_name", "audience", *PostingForm.Meta.fields)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["employer_name"].widget.attrs |= {
            "hx-get": reverse("postings:employer_options"),
            "hx-trigger": "input changed delay:200ms",
            "hx-target": "#employer-options",
        }
        if self.actor.role == Role.RECRUITER:
            del self.fields["employer_name"]
        if self.actor.role in OFFICE_ROLES:
            del self.fields["audience"]

    @property
    def audience_id(self) -> int | None:
        if self.actor.role in OFFICE_ROLES:
            return self.actor.university_id
        audience = self.cleaned_data["audience"]
        return audience.pk if audience else None

from typing import Any, cast

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.models import User
from employment.postings import rules
from employment.postings.models import Employer
from employment.postings.services import Contact, EmployerFields
from employment.postings.validators import normal_credit_code
from employment.taxonomy.fields import PickField
from employment.taxonomy.models import Industry, Region

ORGANISATION_FIELDS = ("name", "name_en", "credit_code")
PROFILE_FIELDS = ("industry", "region", "size", "ownership", "website", "intro")
WRITTEN_FIELDS = frozenset((*ORGANISATION_FIELDS, *PROFILE_FIELDS))


class EmployerForm(forms.ModelForm):  # type: ignore[type-arg]
    """An employer's profile; name and code are those of its organisation."""

    name = forms.CharField(
        label=_("Registered name"),
        max_length=120,
        help_text=_("As on the business licence."),
    )
    name_en = forms.CharField(label=_("English name"), max_length=160, required=False)
    credit_code = forms.CharField(
        label=_("Unified social credit code"),
        max_length=30,
        help_text=_("18 characters, on the business licence."),
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "spellcheck": "false"}),
    )
    industry = PickField(
        label=_("Industry"),
        entries=Industry.objects.all(),
        source="taxonomy:industries",
        required=False,
    )
    region = PickField(
        label=_("Head office"),
        entries=Region.objects.all(),
        source="taxonomy:regions",
        required=False,
    )

    class Meta:
        model = Employer
        fields: tuple[str, ...] = PROFILE_FIELDS
        widgets = {"intro": forms.Textarea(attrs={"rows": 6})}

    field_order: tuple[str, ...] = (*ORGANISATION_FIELDS, *PROFILE_FIELDS)

    def __init__(self, *args: Any, actor: Actor | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        organisation = self.instance.organisation
        self.initial.update({name: getattr(organisation, name) for name in ORGANISATION_FIELDS})
        self.initial.update(industry=self.instance.industry, region=self.instance.region)
        if actor is None or not rules.can_rename_employer(actor, self.instance):
            for name in ("name", "credit_code"):
                self.fields[name].disabled = True

    def clean_credit_code(self) -> str:
        text: str = self.cleaned_data["credit_code"]
        return normal_credit_code(text) if text.strip() else ""

    def employer_fields(self) -> EmployerFields:
        values = {
            name: value
            for name, value in self.cleaned_data.items()
            if name in WRITTEN_FIELDS and not self.fields[name].disabled
        }
        for name in ("industry", "region"):
            if name in values:
                row = values.pop(name)
                values[f"{name}_id"] = row.pk if row else None
        return cast("EmployerFields", values)


class StaffEmployerForm(EmployerForm):
    """Staff may enter an employer whose code they do not know yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credit_code"].required = False


class RegistrationForm(EmployerForm):
    """Opens an employer's account, with the person who will use it."""

    contact_name = forms.CharField(label=_("Your name"), max_length=60)
    email = forms.EmailField(
        label=_("Work e-mail"), help_text=_("You sign in with it; it is not shown to students.")
    )
    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 10 characters, not only digits."),
    )
    agree = forms.BooleanField(
        label=_("I may act for this employer, and what I post is true and open to all."),
    )

    class Meta(EmployerForm.Meta):
        fields = ("industry", "region", "size", "ownership", "website")

    field_order = (
        "name",
        "credit_code",
        *Meta.fields,
        "contact_name",
        "email",
        "password",
        "agree",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["name_en"]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exists():
            raise ValidationError(_("This e-mail address is in use: sign in instead."))
        return email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        user = User(username=self.cleaned_data.get("email", ""))
        password_validation.validate_password(password, user)
        return password

    def contact(self) -> Contact:
        values = self.cleaned_data
        return Contact(values["contact_name"], values["email"], values["password"])


class EmployerFilterForm(forms.Form):
    q = forms.CharField(label=_("Name or credit code"), required=False, max_length=120)

    @property
    def text(self) -> str:
        """What to look for; nothing when it could not be read."""
        return str(self.cleaned_data.get("q", "")) if self.is_valid() else ""

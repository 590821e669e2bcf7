from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import User


class RoleForm(forms.Form):
    """The choice among the roles a user holds."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["membership"] = forms.ModelChoiceField(user.memberships.active())


class SignInForm(LoginForm):  # type: ignore[misc]
    """Says what may be typed in, in a label instead of a placeholder that vanishes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Student number, user name or e-mail address")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

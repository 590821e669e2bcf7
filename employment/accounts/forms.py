from typing import Any

from django import forms

from employment.accounts.models import User


class RoleForm(forms.Form):
    """The choice among the roles a user holds."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["membership"] = forms.ModelChoiceField(user.memberships.active())

"""The menu entry of the first page."""

from django.utils.translation import gettext_lazy as _

from employment.accounts.enums import Role
from employment.common import navigation


def register() -> None:
    navigation.register(list(Role), _("Home"), "feed:home", "home", 10, phone=True)

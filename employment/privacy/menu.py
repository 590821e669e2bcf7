"""The menu entries of this app's pages."""

from django.utils.translation import gettext_lazy as _

from employment.accounts.enums import Role
from employment.common import navigation
from employment.common.navigation import EVERYONE, Place


def register() -> None:
    add = navigation.register
    add(list(Role), _("My data"), "privacy:consents", "shield-lock", 80, place=Place.MENU)
    add(
        EVERYONE,
        _("How the matches are made"),
        "privacy:algorithm",
        "scale",
        10,
        place=Place.FOOTER,
    )

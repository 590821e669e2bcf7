"""The menu entries of this app's pages."""

from django.utils.translation import gettext_lazy as _

from employment.accounts.enums import OFFICE_ROLES, Role
from employment.common import navigation

IMPORTERS = OFFICE_ROLES | {Role.PLATFORM_ADMIN}


def register() -> None:
    navigation.register(IMPORTERS, _("Imports"), "imports:list", "file-import", 50)

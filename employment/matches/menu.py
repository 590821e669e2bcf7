"""The menu entries of this app's pages."""

from django.utils.translation import gettext_lazy as _

from employment.accounts.enums import OFFICE_ROLES, Role
from employment.common import navigation

MATCHING = _("Matching")
RUNNERS = OFFICE_ROLES | {Role.PLATFORM_ADMIN}


def register() -> None:
    add = navigation.register
    add(Role.STUDENT, _("Matches"), "matches:list", "target-arrow", 20, phone=True)
    add(RUNNERS, _("Matching runs"), "matches:runs", "refresh", 60, group=MATCHING)
    add(RUNNERS, _("Occupation codes"), "matches:occupations", "tag", 61, group=MATCHING)
    add(Role.PLATFORM_ADMIN, _("Weights"), "matches:weights", "adjustments", 62, group=MATCHING)

"""The menu entries of this app's pages."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.common import navigation

READERS = UNIVERSITY_STAFF | {Role.PLATFORM_ADMIN}


def register() -> None:
    add = navigation.register
    add(Role.STUDENT, pgettext_lazy("menu", "Me"), "students:profile", "user", 50, phone=True)
    add(READERS, _("Students"), "students:list", "users", 20, phone=True)

"""The menu entries of this app's pages."""

from django.utils.translation import gettext_lazy as _

from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.common import navigation

READERS = (Role.STUDENT, Role.RECRUITER, Role.PLATFORM_ADMIN, *UNIVERSITY_STAFF)


def register() -> None:
    navigation.register(READERS, _("Applications"), "applications:list", "send", 40, phone=True)

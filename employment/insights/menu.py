"""The menu entry of the dashboard."""

from django.utils.translation import gettext_lazy as _

from employment.accounts.enums import Role
from employment.common import navigation

READERS = (
    Role.UNIVERSITY_ADMIN,
    Role.CAREER_OFFICE,
    Role.GOVERNMENT,
    Role.SOCIAL,
    Role.PLATFORM_ADMIN,
)

AUDITORS = (Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN)


def register() -> None:
    navigation.register(
        AUDITORS, _("Fairness audit"), "insights:fairness", "scale", 65, group=_("Matching")
    )
    navigation.register(
        READERS, _("Dashboard"), "insights:dashboard", "layout-dashboard", 15, phone=True
    )

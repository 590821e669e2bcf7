"""The menu entries of this app's pages."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.accounts.enums import Role
from employment.common import navigation
from employment.postings import rules, selectors

READERS = (Role.COUNSELLOR, Role.GOVERNMENT, Role.SOCIAL)
RECRUITING = pgettext_lazy("menu", "Recruiting")


def register() -> None:
    add = navigation.register
    add(Role.STUDENT, _("Postings"), "postings:list", "briefcase", 30, phone=True)
    add(READERS, _("Postings"), "postings:list", "briefcase", 30)
    add(Role.RECRUITER, _("Our postings"), "postings:own", "briefcase", 20, phone=True)
    add(Role.RECRUITER, _("Our profile"), "postings:own_employer", "building", 60, phone=True)
    for label, url_name, icon, order, count in (
        (_("Manage postings"), "postings:manage", "briefcase", 30, waiting_postings),
        (_("Employers"), "postings:employers", "building", 31, pending_employers),
        (_("Find postings"), "postings:list", "list-search", 32, None),
    ):
        add(rules.MANAGER_ROLES, label, url_name, icon, order, group=RECRUITING, count=count)


def waiting_postings(request: HttpRequest) -> int:
    return selectors.count_waiting(actor=request.actor)  # type: ignore[attr-defined]


def pending_employers(request: HttpRequest) -> int:
    return selectors.count_pending_employers(actor=request.actor)  # type: ignore[attr-defined]

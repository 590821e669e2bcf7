"""What every number rests on, in words: n, period, source."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from employment.common.numbers import EN_DASH, thousands
from employment.insights.rules import K
from employment.insights.selectors.scope import Scope

TOO_FEW = gettext_lazy("n < %(k)d") % {"k": K}


def period_text(scope: Scope) -> str:
    until = date_format(scope.today, "DATE_FORMAT")
    if scope.since is None:
        return _("as of %(day)s") % {"day": until}
    return f"{date_format(scope.since, 'DATE_FORMAT')} {EN_DASH} {until}"


def cohort_text(scope: Scope) -> str:
    if scope.wanted.cohort:
        return _("cohort of %(year)d") % {"year": scope.wanted.cohort}
    return _("all cohorts")


def posting_note(count: int, scope: Scope) -> str:
    n = ngettext("n = %(n)s open posting", "n = %(n)s open postings", count)
    return _joined(n % {"n": thousands(count)}, period_text(scope), _("source: postings"))


def student_note(count: int | None, scope: Scope, source: str) -> str:
    shown = TOO_FEW if count is None else student_count(count)
    return _joined(str(shown), cohort_text(scope), period_text(scope), source)


def student_count(count: int) -> str:
    n = ngettext("n = %(n)s student", "n = %(n)s students", count)
    return n % {"n": thousands(count)}


def match_source() -> str:
    return _("source: matches")


def profile_source() -> str:
    return _("source: profiles")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)

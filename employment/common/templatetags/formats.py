"""Numbers, money, time and Chinese typography in templates."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.template.defaultfilters import date as format_date
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from employment.common.numbers import EN_DASH, Number, percent, points, thousands

register = template.Library()

THIN_SPACE = "\u2009"
CJK = "\u3400-\u4dbf\u4e00-\u9fff"
BOUNDARY = re.compile(rf"(?<=[{CJK}])(?=[A-Za-z0-9+])|(?<=[A-Za-z0-9%+])(?=[{CJK}])")

TONES = {
    "satisfied": ("satisfied", "published", "approved", "accepted", "offered", "offer", "hired"),
    "success": ("done", "verified", "confirmed", "active", "open", "strong", "success", "attended"),
    "missing": ("missing", "warning", "changes_requested", "returned", "paused", "overdue"),
    "waiting": ("waiting", "submitted", "in_review", "review", "pending", "queued", "requested"),
    "progress": ("running", "applied", "viewed", "screening", "interview", "booked", "good"),
    "danger": (
        "failed",
        "rejected",
        "declined",
        "refused",
        "danger",
        "error",
        "frozen",
        "no_show",
        "absent",
    ),
    "unknown": ("unknown", "draft", "closed", "expired", "withdrawn", "cancelled", "archived"),
}
TONE_OF_STATE = {state: tone for tone, states in TONES.items() for state in states}


@register.filter
def badge_tone(state: object) -> str:
    """The colour family of a state; an unlisted state is neutral."""
    name = str(state or "")
    return name if name in TONES else TONE_OF_STATE.get(name, "neutral")


register.filter(thousands)
register.filter(percent)
register.filter(points)


@register.simple_tag
def money(low: Number | None, high: Number | None = None) -> str:
    """Monthly pay in yuan: ``8,000–11,000 元/月``; says so when nothing is known."""
    ends = [thousands(end) for end in (low, high) if end is not None]
    if not ends:
        return _("pay not stated")
    amount = EN_DASH.join(dict.fromkeys(ends))
    return _("%(amount)s CNY a month") % {"amount": amount}


@register.simple_tag
def n_of(part: int, whole: int) -> str:
    return f"{thousands(part)} / {thousands(whole)}"


@register.filter
def ago(value: datetime | None) -> str:
    """How long ago within a week, then the date."""
    if value is None:
        return ""
    if timezone.now() - value < timedelta(days=7):
        return str(naturaltime(value))
    return format_date(timezone.localtime(value), "DATE_FORMAT")


@register.filter
def days_left(value: date | datetime | None) -> str:
    if value is None:
        return ""
    day = timezone.localtime(value).date() if isinstance(value, datetime) else value
    left = (day - timezone.localdate()).days
    if left < 0:
        return pgettext("deadline", "closed")
    if left == 0:
        return _("last day")
    return ngettext("%(count)s day left", "%(count)s days left", left) % {"count": left}


@register.filter
def due_in(value: date | None) -> str:
    """Of one's own tasks and milestones: a day that has passed is late, not closed."""
    left = (value - timezone.localdate()).days if value else 0
    if value and left < 0:
        return ngettext("%(count)s day overdue", "%(count)s days overdue", -left) % {"count": -left}
    return pgettext("due", "today") if value and left == 0 else days_left(value)


@register.filter
def time_left(job: Any) -> str:
    """Time left of a job at its pace so far; empty when there is nothing to go by."""
    if not (job.started_at and job.total and job.done) or job.finished_at:
        return ""
    elapsed = (timezone.now() - job.started_at).total_seconds()
    seconds = round(elapsed / job.done * max(job.total - job.done, 0))
    if seconds < 60:
        return ngettext("%(count)s second", "%(count)s seconds", seconds) % {"count": seconds}
    minutes = round(seconds / 60)
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}


@register.filter(is_safe=True)
def thin(value: object) -> str:
    """A thin space between Chinese and Latin letters or digits; markup stays as safe as it was."""
    return BOUNDARY.sub(THIN_SPACE, str(value))


@register.filter
def highlight_span(text: str, span: tuple[int, int] | None) -> SafeString:
    """Mark the characters ``[start, end)`` of a sentence."""
    if not span:
        return escape(text)
    start, end = span
    return format_html("{}<mark>{}</mark>{}", text[:start], text[start:end], text[end:])


@register.filter
def initial(value: object) -> str:
    """The letter of an avatar: the first character that is not a space."""
    return str(value).strip()[:1].upper()


@register.filter
def whole(value: Number) -> int:
    return round(float(value))


@register.filter
def rest_of(parts: Iterable[Any], maximum: Number) -> int:
    """What is missing to the maximum when the positive parts are added."""
    values = [part["value"] if isinstance(part, dict) else part.value for part in parts]
    return max(0, whole(maximum) - sum(whole(value) for value in values if value > 0))

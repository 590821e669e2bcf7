"""Reminders by mail: one a day at most, and only for those who want them and agreed to messages."""

import datetime as dt

from django.conf import settings as site
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from employment.guidance.plans.enums import MilestoneState
from employment.guidance.plans.models import PlanSettings, ReminderMail
from employment.guidance.plans.selectors.plan import course_for, due_tasks, roadmap
from employment.privacy.enums import Purpose
from employment.students.models import StudentProfile

LEAST_DAYS = 3  # between two mails to one person


def send_reminders(*, today: dt.date) -> int:
    """Mails to all who are due one; running it again on the same day sends nothing twice."""
    agreed = StudentProfile.objects.consenting(Purpose.MESSAGES)
    recent = ReminderMail.objects.filter(day__gt=today - dt.timedelta(LEAST_DAYS))
    rows = (
        PlanSettings.objects.filter(by_mail=True, student__in=agreed)
        .exclude(student__user__email="")
        .exclude(student__in=recent.values("student"))
        .select_related("student__user", "student__intention")
    )
    return sum(remind(row, today=today) for row in rows.iterator(chunk_size=200))


@transaction.atomic
def remind(settings: PlanSettings, *, today: dt.date) -> bool:
    """The row of the day is written first: of two workers one sends."""
    student = settings.student
    tasks = due_tasks(student, today=today, days=settings.lead_days)
    steps = [
        one
        for one in roadmap(student, course_for(student, settings), today=today)
        if one.state == MilestoneState.SOON and one.due <= today + dt.timedelta(settings.lead_days)
    ]
    if not tasks and not steps:
        return False
    _row, is_new = ReminderMail.objects.get_or_create(
        student=student, day=today, defaults={"tasks": len(tasks), "milestones": len(steps)}
    )
    if is_new:
        with translation.override(student.user.language or site.LANGUAGE_CODE):
            subject = _("Your plan: what is due")
            text = render_to_string("plans/reminder.txt", {"tasks": tasks, "steps": steps})
        send_mail(subject, text, None, [student.user.email])
    return is_new

"""The advice of a day: judged from facts, kept with its basis, ended when its reason is gone."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.common.errors import StateError
from employment.guidance.plans.enums import DismissReason, Outcome, TaskSource
from employment.guidance.plans.models import AdviceEpisode, Task
from employment.guidance.plans.rules.advice import Module, Verdict, diagnose
from employment.guidance.plans.rules.dismissal import may_return
from employment.guidance.plans.rules.facts import Facts
from employment.guidance.plans.selectors.facts import facts_of
from employment.guidance.plans.selectors.plan import course_for, page_url, settings_of
from employment.guidance.plans.services.tasks import add_task
from employment.guidance.plans.wording import MISSING, WORDINGS
from employment.students.models import StudentProfile


@dataclass(frozen=True, slots=True)
class Card:
    """One module's verdict in words. ``dismissed``: put away by the student for now."""

    code: str
    outcome: Outcome
    title: str
    reason: str
    why_here: str
    missing: Sequence[str]
    action: str
    url: str
    quiet_days: int
    dismissed: bool = False
    acted: bool = False


@transaction.atomic
def give_advice(*, student: StudentProfile, today: dt.date) -> list[Card]:
    """All modules, most urgent first; what is shown is logged once, what has cleared is ended.

    ``student`` comes ``with_profile``. Requests at the same time write the same rows.
    """
    rows = diagnose(facts_for(student, today=today))
    StudentProfile.objects.select_for_update().only("pk").get(pk=student.pk)
    running = {row.module: row for row in AdviceEpisode.objects.running().filter(student=student)}
    return [
        card_of(module, verdict, follow(student, module, verdict, running, today))
        for module, verdict in rows
    ]


def facts_for(student: StudentProfile, *, today: dt.date) -> Facts:
    return facts_of(student, course_for(student, settings_of(student)), today=today)


def follow(
    student: StudentProfile,
    module: Module,
    verdict: Verdict,
    running: dict[str, AdviceEpisode],
    today: dt.date,
) -> AdviceEpisode | None:
    """The running episode of an active module, begun, continued or begun anew; else None."""
    episode = running.get(module.code)
    if verdict.outcome is not Outcome.ACTIVE:
        if episode and verdict.outcome is Outcome.FINE:
            end(episode, verdict, cleared=True)
        return None
    if episode and returns(episode, module, verdict, today):
        end(episode, verdict, cleared=False)
        episode = None
    if episode is None:
        return begin(student, module, verdict, today)
    if episode.last_shown != today and episode.dismissed_on is None:
        AdviceEpisode.objects.filter(pk=episode.pk).update(last_shown=today)
    return episode


def returns(episode: AdviceEpisode, module: Module, verdict: Verdict, today: dt.date) -> bool:
    return episode.dismissed_on is not None and may_return(
        reason=episode.dismiss_reason,
        dismissed_on=episode.dismissed_on,
        today=today,
        quiet_days=module.quiet_days,
        before=episode.signature,
        now=verdict.signature,
    )


def begin(
    student: StudentProfile, module: Module, verdict: Verdict, today: dt.date
) -> AdviceEpisode:
    return AdviceEpisode.objects.create(
        student=student,
        module=module.code,
        basis=dict(verdict.numbers),
        signature=verdict.signature,
        first_shown=today,
        last_shown=today,
    )


def end(episode: AdviceEpisode, verdict: Verdict, *, cleared: bool) -> None:
    AdviceEpisode.objects.filter(pk=episode.pk).update(
        cleared=cleared, ended_at=timezone.now(), outcome=dict(verdict.numbers)
    )


def card_of(module: Module, verdict: Verdict, episode: AdviceEpisode | None) -> Card:
    words = WORDINGS[module.code]
    active = verdict.outcome is Outcome.ACTIVE
    return Card(
        code=module.code,
        outcome=verdict.outcome,
        title=str(words.title),
        reason=str(words.reason) % verdict.numbers if active else "",
        why_here=str(module.urgency.label),
        missing=[str(MISSING[one]) for one in verdict.missing],
        action=str(words.action),
        url=action_url(module.code, verdict) if active else "",
        quiet_days=module.quiet_days,
        dismissed=bool(episode and episode.dismissed_on),
        acted=bool(episode and episode.acted_at),
    )


def action_url(code: str, verdict: Verdict) -> str:
    words = WORDINGS[code]
    if words.anchored:
        return page_url(words.page, verdict.target) if verdict.target else ""
    return page_url(words.page, words.slug) if words.slug else page_url(words.page)


def running_episode(student: StudentProfile, code: str) -> AdviceEpisode:
    """Raises ``StateError`` when this advice is not given at present."""
    row = AdviceEpisode.objects.running().filter(student=student, module=code).first()
    if row is None:
        raise StateError(_("This advice is no longer given."))
    return row


def act_on(*, student: StudentProfile, code: str, today: dt.date) -> str:
    """Note that the student follows the advice; returns where its action leads."""
    episode = running_episode(student, code)
    AdviceEpisode.objects.filter(pk=episode.pk, acted_at=None).update(acted_at=timezone.now())
    verdicts = {module.code: one for module, one in diagnose(facts_for(student, today=today))}
    return action_url(code, verdicts[code])


def dismiss(*, student: StudentProfile, code: str, reason: DismissReason, today: dt.date) -> None:
    episode = running_episode(student, code)
    AdviceEpisode.objects.filter(pk=episode.pk).update(dismissed_on=today, dismiss_reason=reason)


def take_back_dismissal(*, student: StudentProfile, code: str) -> None:
    episode = running_episode(student, code)
    AdviceEpisode.objects.filter(pk=episode.pk).update(dismissed_on=None, dismiss_reason="")


def task_from_advice(*, student: StudentProfile, code: str, today: dt.date) -> Task:
    """One task for each time the advice is given; due in a week."""
    episode = running_episode(student, code)
    AdviceEpisode.objects.filter(pk=episode.pk, acted_at=None).update(acted_at=timezone.now())
    words = WORDINGS[code]
    return add_task(
        student=student,
        title=str(words.title),
        notes=str(words.reason) % episode.basis,
        due=today + dt.timedelta(7),
        source=TaskSource.ADVICE,
        key=f"{code}:{episode.pk}",
        url="" if words.anchored else page_url(words.page, *filter(None, [words.slug])),
    )

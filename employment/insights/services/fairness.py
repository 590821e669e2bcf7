"""A fairness audit: asked for by an admin, computed by a worker, kept as a snapshot."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.common.audit import record
from employment.common.enums import JobKind, JobState
from employment.common.jobs import create_job, finish_job, start_job
from employment.common.models import Job
from employment.insights import signals
from employment.insights.fairness import Json, People, audit_figures
from employment.insights.models import FairnessAudit
from employment.insights.selectors import fairness as selectors
from employment.matches.services.eligible import eligible_counts
from employment.matches.services.engine import encoder
from employment.matches.services.reference import reference_of
from employment.matches.services.swaps import SwapReport, run_swap_test
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from employment.students.models.profiles import StudentQuerySet
from matching.fairness import SwapResult

SWAP_SAMPLE = 60
ABANDONED_AFTER = timedelta(minutes=20)


@transaction.atomic
def start_audit(*, actor: Actor) -> FairnessAudit:
    """Ask for an audit of the actor's university, or of all. One that waits or runs is returned
    and rung for again; one without a sign of life is closed."""
    university = None if actor.role == Role.PLATFORM_ADMIN else actor.university_id
    same = FairnessAudit.objects.filter(university_id=university, job__finished_at__isnull=True)
    for audit in same.select_related("job"):
        alive_at = audit.job.heartbeat_at or audit.job.created_at
        if alive_at > timezone.now() - ABANDONED_AFTER:
            ring(audit)
            return audit
        finish_job(job=audit.job, state=JobState.FAILED, error="abandoned")
    job = create_job(kind=JobKind.FAIRNESS, created_by_id=actor.user_id, organisation_id=university)
    audit = FairnessAudit.objects.create(job=job, university_id=university)
    record(action="fairness.asked", obj=audit, actor_id=actor.user_id, organisation_id=university)
    ring(audit)
    return audit


def ring(audit: FairnessAudit) -> None:
    transaction.on_commit(
        partial(signals.audit_asked.send, sender=FairnessAudit, audit_id=audit.pk)
    )


def run_audit(*, audit_id: int) -> bool:
    """Compute and keep the figures; False when the audit is finished already. Doing it again after
    a killed worker is harmless: everything is written at the end, at once."""
    audit = FairnessAudit.objects.select_related("job").get(pk=audit_id)
    if audit.job.finished_at:
        return False
    start_job(job=audit.job)
    students = StudentProfile.objects.matchable()
    if audit.university_id:
        students = students.filter(university_id=audit.university_id)
    people = gather(students)
    openings = Posting.objects.open(timezone.localdate())
    figures = audit_figures(
        people, selectors.answers(students), selectors.shown_counts(students, openings)
    )
    figures["swaps"] = swap_json(run_swap_test(student_ids=spread(people.ids, SWAP_SAMPLE)))
    audit.students = len(people.ids)
    audit.postings = openings.count()
    audit.pairs = sum(people.eligible.values())
    keep(audit, figures, job=audit.job)
    return True


def gather(students: StudentQuerySet) -> People:
    openings = Posting.objects.open(timezone.localdate())
    ids = list(students.order_by("pk").values_list("pk", flat=True).distinct())
    eligible = eligible_counts(student_ids=ids)
    return People(
        ids=[one for one in ids if one in eligible],
        eligible=eligible,
        reached=selectors.reached(students, openings),
        strata=selectors.major_classes(students),
        groups=selectors.trait_groups(students),
    )


@transaction.atomic
def keep(audit: FairnessAudit, figures: Json, *, job: Job) -> None:
    made_by = selectors.engines(audit.university_id)
    audit.engine, audit.weights_version = made_by[0] if made_by else (encoder().name, "")
    audit.reference = reference_of(audit.engine, audit.weights_version)
    figures["mixed"] = len(made_by) > 1
    audit.figures = figures
    audit.made_at = timezone.now()
    audit.save()
    record(
        action="fairness.made",
        obj=audit,
        actor_id=job.created_by_id,
        organisation_id=audit.university_id,
        students=audit.students,
        flags=figures["flags"],
    )
    finish_job(job=job)


def spread(ids: Sequence[int], count: int) -> list[int]:
    """A sample at equal distances: the same people every time, from all years and colleges."""
    step = max(len(ids) / count, 1.0)
    return [ids[int(place * step)] for place in range(min(count, len(ids)))]


def swap_json(found: SwapReport) -> Json:
    return {
        "sample": found.sample,
        "traits": result_json(found.traits),
        "texts": result_json(found.texts),
    }


def result_json(found: SwapResult) -> Json:
    return {**asdict(found), "identical": found.identical, "overlap": round(found.overlap, 4)}


def note_read(*, audit: FairnessAudit, actor: Actor, how: str) -> None:
    """Who looked at figures about protected traits, and in which form."""
    record(
        action="fairness.read",
        obj=audit,
        actor_id=actor.user_id,
        organisation_id=audit.university_id,
        form=how,
    )

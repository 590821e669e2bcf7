"""Weights from feedback: fitted by a worker, compared on a later period, live only by a person."""

from dataclasses import asdict
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import User
from employment.common.audit import record
from employment.common.enums import JobKind
from employment.common.errors import StateError
from employment.common.jobs import create_job, finish_job, start_job
from employment.common.models import Job
from employment.matches.adapters.weights import present_weights, weight_values
from employment.matches.enums import GRADES, EventKind, WeightOrigin
from employment.matches.models import FeedbackEvent, WeightSet, WeightSwitch
from employment.matches.services.runs import start_run
from employment.matches.signals import refit_asked, weights_proposed
from employment.students.models import StudentProfile
from matching.criteria import CRITERIA, Weights
from matching.weights_fit import MIN_POSITIVES, Labelled, NotEnough, Proposal, propose

UNKNOWN = float("nan")


@transaction.atomic
def start_refit(*, actor: User, ring: bool = True) -> Job:
    """Ask for a refit; one that waits or runs is returned."""
    running = Job.objects.filter(kind=JobKind.WEIGHTS, finished_at__isnull=True).first()
    job = running or create_job(kind=JobKind.WEIGHTS, created_by_id=actor.pk)
    if ring:
        transaction.on_commit(partial(refit_asked.send, sender=Job, job_id=str(job.pk)))
    return job


def run_refit(*, job_id: str, min_positives: int = MIN_POSITIVES) -> WeightSet | NotEnough | None:
    """Fit and compare; the proposal waits for a person. None when the job is finished already."""
    job = Job.objects.get(pk=job_id)
    if job.finished_at:
        return None
    start_job(job=job)
    found = propose(
        labelled_pairs(),
        hand=Weights(),
        present=present_weights(),
        version=next_version(),
        min_positives=min_positives,
    )
    if isinstance(found, NotEnough):
        finish_job(job=job, result={"outcome": "not_enough", **asdict(found)})
        return found
    return keep_proposal(found, job=job)


@transaction.atomic
def keep_proposal(found: Proposal, *, job: Job) -> WeightSet:
    row = WeightSet.objects.create(
        version=found.weights.version,
        values=weight_values(found.weights),
        origin=WeightOrigin.REFIT,
        figures={**asdict(found), "weights": None, "against": present_weights().version},
    )
    record(action="weights.proposed", obj=row, actor_id=job.created_by_id, version=row.version)
    finish_job(job=job, result={"outcome": "proposed", "version": row.version})
    transaction.on_commit(partial(weights_proposed.send, sender=WeightSet, weights_id=row.pk))
    return row


def labelled_pairs() -> list[Labelled]:
    """One row a pair that was looked at, of students who still agree to be matched: the highest
    grade it reached, as the list stood then. Not interested outweighs having been opened."""
    agreed = StudentProfile.objects.matchable().order_by().values("pk")
    rows = FeedbackEvent.objects.filter(student__in=agreed).order_by("at", "pk")
    found: dict[tuple[int, int], FeedbackEvent] = {}
    for row in rows:
        pair = (row.student_id, row.posting_id)
        if pair not in found or strength(row) > strength(found[pair]):
            found[pair] = row
    return [labelled(row) for row in found.values()]


def strength(row: FeedbackEvent) -> float:
    kind = EventKind(row.kind)
    return 1.5 if kind is EventKind.DISMISSED else GRADES[kind]


def labelled(row: FeedbackEvent) -> Labelled:
    return Labelled(
        student=row.student_id,
        posting=row.posting_id,
        grade=GRADES[EventKind(row.kind)],
        place=row.place,
        at=row.at.timestamp(),
        values=tuple(float(row.values.get(name, UNKNOWN)) for name in CRITERIA),
    )


def next_version() -> str:
    return f"{Weights().version}-r{WeightSet.objects.count() + 1}"


def hand_set() -> WeightSet:
    """The row of the hand-set weights of this version, so that switches can name it."""
    hand = Weights()
    row, _created = WeightSet.objects.get_or_create(
        version=hand.version,
        defaults={"values": weight_values(hand), "origin": WeightOrigin.HAND},
    )
    return row


@transaction.atomic
def switch_weights(*, after: WeightSet, actor: User) -> WeightSwitch:
    """Put these weights live; every list is then computed anew by a full run."""
    list(WeightSet.objects.select_for_update().order_by("pk"))
    before = WeightSet.objects.filter(active=True).first() or hand_set()
    if before.pk == after.pk:
        raise StateError(_("These weights are live already."))
    WeightSet.objects.filter(active=True).update(active=False)
    WeightSet.objects.filter(pk=after.pk).update(active=True)
    switch = WeightSwitch.objects.create(before=before, after=after, actor=actor)
    record(
        action="weights.switched",
        obj=after,
        actor_id=actor.pk,
        before=before.version,
        after=after.version,
    )
    start_run(actor=actor)
    return switch


def add_group_figures(*, weights_id: int, figures: dict[str, Any]) -> None:
    """What the proposal would mean for groups of students, worked out by the audit."""
    row = WeightSet.objects.get(pk=weights_id)
    row.figures = {**row.figures, "groups": figures}
    row.save(update_fields=["figures"])


def event_counts() -> dict[str, int]:
    counted = dict(FeedbackEvent.objects.order_by().values_list("kind").annotate(n=Count("pk")))
    return {kind: counted.get(kind, 0) for kind in EventKind.values}

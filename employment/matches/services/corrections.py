"""A person's word on an occupation code: set, taken back, accepted in bulk."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.common import audit
from employment.common.errors import InvalidError, StateError
from employment.matches.enums import CodedBy
from employment.matches.models import OccupationCoding, OccupationCorrection
from employment.postings.models import Posting
from employment.postings.services.revisions import mark_postings_changed
from employment.students.services.revisions import mark_students_changed
from employment.taxonomy.models import Occupation


@transaction.atomic
def correct_code(*, actor: Actor, coding: OccupationCoding, code: str) -> OccupationCorrection:
    """Set the code of a posting or a wanted title. ``coding`` comes from the actor's scope."""
    if not Occupation.objects.filter(pk=code).exists():
        raise InvalidError(_("There is no such occupation."))
    row = OccupationCoding.objects.select_for_update(of=("self",)).get(pk=coding.pk)
    correction = OccupationCorrection.objects.create(
        coding=row,
        title=row.title,
        old_code=row.occupation_id or "",
        old_confidence=row.confidence,
        old_by=row.coded_by,
        new_code=code,
        actor_id=actor.user_id,
    )
    _write(row, code, CodedBy.PERSON, row.confidence)
    _record("matches.occupation_corrected", correction, actor)
    return correction


@transaction.atomic
def take_back(*, actor: Actor, coding: OccupationCoding) -> OccupationCorrection:
    """Undo the last correction of a code: what stood before stands again."""
    row = OccupationCoding.objects.select_for_update(of=("self",)).get(pk=coding.pk)
    last = row.corrections.filter(undone_at__isnull=True).first()
    if last is None:
        raise StateError(_("There is no correction to take back."))
    last.undone_at = timezone.now()
    last.save(update_fields=["undone_at"])
    _write(row, last.old_code, CodedBy(last.old_by), last.old_confidence)
    _record("matches.occupation_restored", last, actor)
    return last


@transaction.atomic
def accept_proposals(*, actor: Actor, codings: Sequence[OccupationCoding]) -> int:
    """The first proposal of each is right; rows without one are left."""
    proposed = [(row, row.proposals[0][0]) for row in codings if row.proposals]
    for row, code in proposed:
        correct_code(actor=actor, coding=row, code=code)
    return len(proposed)


def _write(row: OccupationCoding, code: str, coded_by: CodedBy, confidence: float) -> None:
    row.occupation_id, row.coded_by, row.confidence = code or None, coded_by, confidence
    row.save(update_fields=["occupation", "coded_by", "confidence"])
    if row.posting_id is None:
        mark_students_changed(student_ids=[row.student_id] if row.student_id else [])
        return
    by_machine = coded_by == CodedBy.MACHINE
    Posting.objects.filter(pk=row.posting_id).update(
        occupation_id=code or None, occupation_confidence=confidence if by_machine else None
    )
    mark_postings_changed(posting_ids=[row.posting_id])


def _record(action: str, correction: OccupationCorrection, actor: Actor) -> None:
    audit.record(
        action=action,
        obj=correction,
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        coding=correction.coding_id,
        old=correction.old_code,
        new=correction.new_code,
    )

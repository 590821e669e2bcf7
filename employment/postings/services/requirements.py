"""People correct what the text was understood to require."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.common import audit
from employment.common.errors import InvalidError, NotAllowedError
from employment.postings import rules
from employment.postings.enums import RequirementOrigin
from employment.postings.extraction import posting_reader
from employment.postings.models import Posting, PostingRequirement
from employment.postings.services.reading import dismissal_of, read_again
from employment.postings.services.revisions import mark_postings_changed
from employment.postings.services.search_index import index_postings

MAX_REQUIREMENTS = 60
EDITED_COLUMNS = (
    "position", "kind", "strength", "label", "codes", "minimum", "related", "hard", "sentence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RequirementEdit:
    """A requirement as the editor leaves it; ``id`` is None for a new one."""

    kind: str
    strength: str
    label: str
    codes: tuple[str, ...] = ()
    minimum: float | None = None
    related: bool = False
    hard: bool = False
    sentence: str = ""
    id: int | None = None


@transaction.atomic
def save_requirements(
    *, posting: Posting, edits: Sequence[RequirementEdit], actor: Actor, now: dt.datetime
) -> Posting:
    """Make the posting's requirements equal to the edits, in their order.

    What differs from what was read becomes a person's; what is missing is not read again.
    """
    locked = _lock(posting, actor)
    if len(edits) > MAX_REQUIREMENTS:
        raise InvalidError(_("At most %(limit)d requirements.") % {"limit": MAX_REQUIREMENTS})
    rows = {row.pk: row for row in locked.requirements.all()}
    kept = {edit.id for edit in edits if edit.id is not None}
    if not kept <= rows.keys():
        raise InvalidError(_("The requirements have changed meanwhile: load the page again."))
    _dismiss(locked, [row for pk, row in rows.items() if pk not in kept])
    for position, edit in enumerate(edits):
        row = rows[edit.id] if edit.id is not None else PostingRequirement(posting=locked)
        _write(row, edit, position)
    _finish(locked, actor, now, count=len(edits))
    return locked


@transaction.atomic
def restore_requirements(*, posting: Posting, actor: Actor, now: dt.datetime) -> Posting:
    """Read the text again, with what was dismissed; a person's requirements stay."""
    locked = _lock(posting, actor)
    locked.dismissed = []
    locked.save(update_fields=["dismissed"])
    read_again(posting=locked, reader=posting_reader())
    _finish(locked, actor, now, count=locked.requirements.count())
    return locked


def _lock(posting: Posting, actor: Actor) -> Posting:
    locked = (
        Posting.objects.select_for_update(of=("self",))
        .select_related("employer__organisation")
        .get(pk=posting.pk)
    )
    if not rules.can_edit_requirements(actor, locked):
        raise NotAllowedError(_("These requirements cannot be changed now."))
    return locked


def _dismiss(posting: Posting, gone: Sequence[PostingRequirement]) -> None:
    read = [row for row in gone if row.origin == RequirementOrigin.TEXT]
    posting.dismissed = sorted({*posting.dismissed, *map(dismissal_of, read)})
    PostingRequirement.objects.filter(pk__in=[row.pk for row in gone]).delete()


def _write(row: PostingRequirement, edit: RequirementEdit, position: int) -> None:
    before = _content(row)
    for name in ("kind", "strength", "label", "minimum", "related", "hard", "sentence"):
        setattr(row, name, getattr(edit, name))
    row.codes = list(edit.codes)
    row.position = position
    if row.pk is None or _content(row) != before:
        row.origin = RequirementOrigin.PERSON
        row.start, row.end = _locate(row.posting.description, row.sentence)
    row.save()


def _content(row: PostingRequirement) -> list[object]:
    return [getattr(row, name) for name in EDITED_COLUMNS if name != "position"]


def _locate(text: str, sentence: str) -> tuple[int, int]:
    start = text.find(sentence) if sentence else -1
    return (start, start + len(sentence)) if start >= 0 else (0, 0)


def _finish(posting: Posting, actor: Actor, now: dt.datetime, *, count: int) -> None:
    posting.updated_at = now
    posting.save(update_fields=["dismissed", "updated_at"])
    index_postings(posting_ids=[posting.pk])
    mark_postings_changed(posting_ids=[posting.pk])
    audit.record(
        action="posting.requirements",
        obj=posting,
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        count=count,
    )

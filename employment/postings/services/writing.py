"""Postings come to be and change here, whoever writes them: a form, the API or an import."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Unpack

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.common import audit
from employment.common.bulk import copy_rows
from employment.common.errors import InvalidError, NotAllowedError, StateError
from employment.postings import rules
from employment.postings.enums import BLOCKED_STATES, EDITABLE_STATES, PostingState
from employment.postings.extraction import posting_reader
from employment.postings.models import (
    Employer,
    Posting,
    PostingRequirement,
    PostingStateChange,
)
from employment.postings.services.fields import (
    READABLE_FIELDS,
    TEXT_FIELDS,
    NewPosting,
    PostingFields,
    assign_fields,
    clean_fields,
    column_values,
)
from employment.postings.services.reading import apply_reading, read_again, requirement_rows
from employment.postings.services.revisions import announce_postings, mark_postings_changed
from employment.postings.services.search_index import fill_search, index_postings
from employment.taxonomy.models import Region

BATCH = 1000


class DuplicatePostingError(InvalidError):
    code = "duplicate"
    status = 409


@transaction.atomic
def create_posting(
    *,
    employer: Employer,
    actor: Actor,
    now: dt.datetime,
    audience_id: int | None,
    **fields: Unpack[PostingFields],
) -> Posting:
    """Write a draft. A recruiter writes for the own employer, a career office for its students."""
    _check_creation(actor, employer, audience_id)
    fields.setdefault("industry_id", employer.industry_id)
    new = NewPosting(employer.pk, employer.organisation.name, clean_fields(fields), audience_id)
    posting = _add_one(new, actor, now)
    audit.record(
        action="posting.create",
        obj=posting,
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
    return posting


def add_postings(
    *, rows: Sequence[NewPosting], actor_id: int | None, now: dt.datetime
) -> list[Posting]:
    """Write many postings with what their texts say, ``BATCH`` rows a statement.

    The caller has checked the right to do so; postings of blocked employers become drafts
    whatever state was asked for. Raises IntegrityError for a duplicate: the batch it stands in is
    not written.
    """
    written: list[Posting] = []
    for start in range(0, len(rows), BATCH):
        written += _add_batch(rows[start : start + BATCH], actor_id, now)
    return written


@transaction.atomic
def edit_posting(
    *, posting: Posting, actor: Actor, now: dt.datetime, **fields: Unpack[PostingFields]
) -> Posting:
    """Change columns. The text is read again where it matters; what people wrote stays.

    Raises NotAllowedError or StateError for a row or a column that the actor must leave alone.
    """
    locked = (
        Posting.objects.select_for_update(of=("self",))
        .select_related("employer__organisation")
        .get(pk=posting.pk)
    )
    changed = assign_fields(locked, clean_fields(fields))
    if _set_regions(locked, fields.get("region_codes")):
        changed.add("regions")
    _check_edit(actor, locked, changed)
    if changed:
        _save_edit(locked, changed, now)
        audit.record(
            action="posting.edit",
            obj=locked,
            actor_id=actor.user_id,
            organisation_id=actor.organisation_id,
            fields=sorted(changed),
        )
    return locked


def _add_one(new: NewPosting, actor: Actor, now: dt.datetime) -> Posting:
    try:
        with transaction.atomic():
            return add_postings(rows=[new], actor_id=actor.user_id, now=now)[0]
    except IntegrityError as error:
        if "posting_source_id_unique" in str(error) or "posting_fingerprint" in str(error):
            raise DuplicatePostingError(_("The same posting exists already.")) from error
        raise


@transaction.atomic
def _add_batch(rows: Sequence[NewPosting], actor_id: int | None, now: dt.datetime) -> list[Posting]:
    postings: list[Posting] = []
    requirements: list[PostingRequirement] = []
    reader, blocked = posting_reader(), _blocked_among(rows)
    for new in rows:
        state = PostingState.DRAFT if new.employer_id in blocked else new.state
        posting = _row_of(new, state, actor_id, now)
        reading = reader.read(posting, new.hints)
        apply_reading(posting, reading)
        requirements += requirement_rows(posting, reading)
        postings.append(posting)
    _fill_vectors(postings, rows, requirements)
    Posting.objects.bulk_create(postings)
    copy_rows(requirements)
    _write_regions(zip(postings, rows, strict=True))
    PostingStateChange.objects.bulk_create(
        PostingStateChange(posting=posting, to_state=posting.state, actor_id=actor_id)
        for posting in postings
    )
    announce_postings(posting_ids=[posting.pk for posting in postings])
    return postings


def _blocked_among(rows: Sequence[NewPosting]) -> set[int]:
    employers = Employer.objects.filter(pk__in={new.employer_id for new in rows})
    return set(employers.filter(state__in=BLOCKED_STATES).values_list("pk", flat=True))


def _row_of(
    new: NewPosting, state: PostingState, actor_id: int | None, now: dt.datetime
) -> Posting:
    return Posting(
        employer_id=new.employer_id,
        audience_id=new.audience_id,
        state=state,
        state_since=now,
        published_at=now if state == PostingState.PUBLISHED else None,
        created_by_id=actor_id,
        read_fields=[name for name in READABLE_FIELDS if new.fields.get(name) is None],
        **column_values(new.fields),
    )


def _fill_vectors(
    postings: Sequence[Posting],
    rows: Sequence[NewPosting],
    requirements: Iterable[PostingRequirement],
) -> None:
    labels: dict[int, list[str]] = {id(posting): [] for posting in postings}
    for requirement in requirements:
        labels[id(requirement.posting)].append(requirement.label)
    for posting, new in zip(postings, rows, strict=True):
        fill_search(posting, employer_name=new.employer_name, labels=labels[id(posting)])


def _write_regions(pairs: Iterable[tuple[Posting, NewPosting]]) -> None:
    through = Posting.regions.through
    through.objects.bulk_create(
        through(posting_id=posting.pk, region_id=code)
        for posting, new in pairs
        for code in dict.fromkeys(new.fields.get("region_codes", ()))
    )


def _set_regions(posting: Posting, codes: Sequence[str] | None) -> bool:
    if codes is None or set(codes) == set(posting.regions.values_list("pk", flat=True)):
        return False
    posting.regions.set(Region.objects.filter(pk__in=codes))
    return True


def _save_edit(posting: Posting, changed: set[str], now: dt.datetime) -> None:
    posting.updated_at = now
    _settle_occupation(posting, changed)
    columns = changed - {"regions"} | {"occupation", "occupation_confidence"}
    posting.save(update_fields=[*columns, "read_fields", "updated_at"])
    if changed & (TEXT_FIELDS | set(READABLE_FIELDS)):
        read_again(posting=posting, reader=posting_reader())
    index_postings(posting_ids=[posting.pk])
    mark_postings_changed(posting_ids=[posting.pk])


def _settle_occupation(posting: Posting, changed: set[str]) -> None:
    """A person's choice has no confidence; one made by machine for another title is void."""
    is_coded = posting.occupation_confidence is not None
    if "occupation_id" in changed:
        posting.occupation_confidence = None
    elif "title" in changed and is_coded:
        posting.occupation = posting.occupation_confidence = None


def _check_creation(actor: Actor, employer: Employer, audience_id: int | None) -> None:
    is_own = rules.owns_employer(actor, employer)
    if not is_own and not rules.manages_audience(actor, audience_id):
        raise NotAllowedError(_("You cannot create a posting for this employer or university."))
    if is_own and actor.role != Role.PLATFORM_ADMIN and not employer.may_post:
        raise StateError(_("The employer is refused or frozen: no new postings."))


def _check_edit(actor: Actor, posting: Posting, changed: set[str]) -> None:
    if not (rules.is_manager(actor, posting) or rules.is_owner(actor, posting)):
        raise NotAllowedError(_("You cannot change this posting."))
    if posting.state not in EDITABLE_STATES:
        raise StateError(_("A closed or rejected posting cannot be changed."))
    if rules.locked_fields(actor, posting, changed):
        raise StateError(_("A published text has been reviewed: close the posting to change it."))

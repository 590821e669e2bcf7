"""Employers: registration, verification, profile."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict, Unpack

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OrganisationKind, Role
from employment.accounts.models import Membership, Organisation, User
from employment.common import audit
from employment.common.errors import InvalidError, NotAllowedError, StateError
from employment.postings import rules
from employment.postings.enums import (
    BLOCKED_STATES,
    REASONED_VERIFICATIONS,
    VERIFICATION_TRANSITIONS,
    VerificationAction,
    VerificationState,
)
from employment.postings.models import Employer, EmployerStateChange
from employment.postings.services.search_index import index_postings
from employment.postings.services.states import reject_employer_postings
from matching.normalise.credit_code import read_credit_code


class EmployerExistsError(InvalidError):
    code = "employer_exists"
    status = 409


class CreditCodeError(InvalidError):
    code = "credit_code"


class EmployerFields(TypedDict, total=False):
    name: str
    name_en: str
    credit_code: str
    industry_id: str | None
    region_id: str | None
    size: str
    ownership: str
    intro: str
    website: str


ORGANISATION_FIELDS = frozenset({"name", "name_en", "credit_code"})
# What has been verified stays as it was verified.
VERIFIED_FIELDS = frozenset({"name", "credit_code"})


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    email: str
    password: str


@transaction.atomic
def register_employer(
    *, contact: Contact, now: dt.datetime, **fields: Unpack[EmployerFields]
) -> Membership:
    """Open an account for a new employer, to be verified; returns the contact's membership.

    Raises CreditCodeError, EmployerExistsError (by code or name), InvalidError (e-mail in use).
    """
    employer = _add_employer(fields, now)
    user = _add_contact(contact)
    audit.record(
        action="employer.register",
        obj=employer,
        actor_id=user.pk,
        organisation_id=employer.organisation_id,
    )
    return Membership.objects.create(
        user=user, organisation=employer.organisation, role=Role.RECRUITER
    )


@transaction.atomic
def add_employer(*, actor: Actor, now: dt.datetime, **fields: Unpack[EmployerFields]) -> Employer:
    """An employer that staff enter by hand, to be verified like any other."""
    if not rules.can_add_employer(actor):
        raise NotAllowedError(_("You cannot add employers."))
    employer = _add_employer(fields, now)
    audit.record(
        action="employer.add",
        obj=employer,
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
    return employer


@transaction.atomic
def edit_employer(
    *, employer: Employer, actor: Actor, **fields: Unpack[EmployerFields]
) -> Employer:
    """Change the profile. Name and credit code of a verified employer are the platform's."""
    locked = _lock(employer)
    if not rules.can_edit_employer(actor, locked):
        raise NotAllowedError(_("You cannot change this employer."))
    changed = _assign(locked, fields)
    if changed & VERIFIED_FIELDS and not rules.can_rename_employer(actor, locked):
        raise StateError(_("Name and credit code have been verified and cannot be changed."))
    _save(locked, changed)
    audit.record(
        action="employer.edit",
        obj=locked,
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        fields=sorted(changed),
    )
    return locked


@transaction.atomic
def change_verification(
    *,
    employer: Employer,
    action: VerificationAction,
    actor: Actor,
    now: dt.datetime,
    reason: str = "",
) -> Employer:
    """Take one step of ``VERIFICATION_TRANSITIONS``.

    Refusing and freezing need a reason and take the employer's postings away from students.
    """
    locked = _lock(employer)
    _check_verification(locked, action, actor, reason)
    source, target = locked.state, VERIFICATION_TRANSITIONS[action][1]
    locked.state, locked.state_since = target, now
    is_verified = target == VerificationState.VERIFIED
    locked.verified_by_id = actor.user_id if is_verified else None
    locked.verified_at = now if is_verified else None
    locked.save(update_fields=["state", "state_since", "verified_by", "verified_at"])
    EmployerStateChange.objects.create(
        employer=locked,
        from_state=source,
        to_state=target,
        actor_id=actor.user_id,
        reason=reason.strip(),
    )
    if target in BLOCKED_STATES:
        reject_employer_postings(
            employer_id=locked.pk, actor_id=actor.user_id, reason=reason, now=now
        )
    audit.record(
        action=f"employer.{action}",
        obj=locked,
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
    return locked


@transaction.atomic
def ensure_employers(*, names: Iterable[str], now: dt.datetime) -> dict[str, Employer]:
    """The employer of each name, made (to be verified) where none exists; for imports."""
    wanted = list(dict.fromkeys(names))
    known = set(
        Organisation.objects.employers().filter(name__in=wanted).values_list("name", flat=True)
    )
    Organisation.objects.bulk_create(
        [
            Organisation(kind=OrganisationKind.EMPLOYER, name=name)
            for name in wanted
            if name not in known
        ],
        ignore_conflicts=True,
    )
    bare = Organisation.objects.employers().filter(name__in=wanted, employer__isnull=True)
    Employer.objects.bulk_create(
        [Employer(organisation=organisation, state_since=now) for organisation in bare],
        ignore_conflicts=True,
    )
    rows = Employer.objects.filter(organisation__name__in=wanted).select_related("organisation")
    return {row.organisation.name: row for row in rows}


def complete_employers(
    *, employers: Iterable[Employer], details: Mapping[str, Mapping[str, str | None]]
) -> None:
    """Fill what is empty from what a source says about the employer of a name; for imports."""
    changed = []
    for employer in employers:
        news = details.get(employer.organisation.name, {})
        gaps = {
            name: value for name, value in news.items() if value and not getattr(employer, name)
        }
        for name, value in gaps.items():
            setattr(employer, name, value)
        if gaps:
            changed.append(employer)
    Employer.objects.bulk_update(changed, ["size", "ownership", "industry"], batch_size=500)


def _add_employer(fields: EmployerFields, now: dt.datetime) -> Employer:
    employer = Employer(organisation=Organisation(kind=OrganisationKind.EMPLOYER), state_since=now)
    _assign(employer, fields)
    _save_organisation(employer.organisation)
    employer.organisation_id = employer.organisation.pk
    employer.save()
    EmployerStateChange.objects.create(employer=employer, to_state=employer.state)
    return employer


def _assign(employer: Employer, fields: EmployerFields) -> set[str]:
    changed = set()
    for name, value in fields.items():
        if name == "credit_code":
            value = checked_credit_code(str(value))
        row = employer.organisation if name in ORGANISATION_FIELDS else employer
        if getattr(row, name) != value:
            setattr(row, name, value)
            changed.add(name)
    return changed


def _save(employer: Employer, changed: set[str]) -> None:
    if changed & ORGANISATION_FIELDS:
        _save_organisation(employer.organisation)
    own = changed - ORGANISATION_FIELDS
    if own:
        employer.save(update_fields=own)
    if "name" in changed:
        index_postings(posting_ids=employer.postings.values_list("pk", flat=True))


def _save_organisation(organisation: Organisation) -> None:
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError as error:
        if "organisation_credit_code_unique" in str(error):
            raise EmployerExistsError(_("This credit code is registered already.")) from error
        if "organisation_name_unique" in str(error):
            raise EmployerExistsError(_("An employer of this name exists already.")) from error
        raise


def _add_contact(contact: Contact) -> User:
    try:
        with transaction.atomic():
            return User.objects.create_user(
                username=contact.email.lower(),
                email=contact.email.lower(),
                password=contact.password,
                name=contact.name,
            )
    except IntegrityError as error:
        raise InvalidError(_("This e-mail address is in use.")) from error


def checked_credit_code(text: str) -> str:
    """The code in its normal form, empty when none is given; raises CreditCodeError."""
    if not text.strip():
        return ""
    code = read_credit_code(text).value
    if code is None:
        raise CreditCodeError(_("This is not a valid credit code: the check digit is wrong."))
    return code


def _check_verification(
    employer: Employer, action: VerificationAction, actor: Actor, reason: str
) -> None:
    if employer.state not in VERIFICATION_TRANSITIONS[action][0]:
        raise StateError(
            _("The employer is in the state “%(state)s”: this step is not possible from there.")
            % {"state": employer.get_state_display()}
        )
    if not rules.may_take_verification(actor, action, employer):
        raise NotAllowedError(_("This step is not yours to take."))
    if action in REASONED_VERIFICATIONS and not reason.strip():
        raise InvalidError(_("Say why: the employer sees the reason."))


def _lock(employer: Employer) -> Employer:
    return (
        Employer.objects.select_for_update(of=("self",))
        .select_related("organisation")
        .get(pk=employer.pk)
    )

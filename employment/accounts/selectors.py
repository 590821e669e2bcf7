"""Whose rows a university's admin looks after."""

from django.db.models import Q, QuerySet

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.accounts.models import Membership, Organisation, User


def organisations_of(actor: Actor) -> "QuerySet[Organisation]":
    """The own university and its colleges; the platform looks after all."""
    rows = Organisation.objects.all()
    if actor.role == Role.PLATFORM_ADMIN:
        return rows
    if actor.university_id is None:
        return rows.none()
    return rows.filter(Q(pk=actor.university_id) | Q(parent_id=actor.university_id))


def memberships_of(actor: Actor) -> "QuerySet[Membership]":
    return Membership.objects.filter(organisation__in=organisations_of(actor))


def members_of(actor: Actor) -> "QuerySet[User]":
    """Users who hold or held a role there; for the platform also those without any."""
    if actor.role == Role.PLATFORM_ADMIN:
        return User.objects.all()
    return User.objects.filter(pk__in=memberships_of(actor).values("user"))
